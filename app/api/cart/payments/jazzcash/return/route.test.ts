import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { GET, POST } from "@/app/api/cart/payments/jazzcash/return/route";
import { orders } from "@/db/schema/orders";
import { testDatabase } from "@/db/test-database";
import { anAttempt, somebody } from "@/db/test-fixtures";
import { ipnOf, returnOf, storyOf } from "@/db/test-notices";

const { db } = testDatabase();
const ADDRESS = "http://localhost:3000/api/cart/payments/jazzcash/return/";
const context = { params: Promise.resolve({}) };
const FORM = "application/x-www-form-urlencoded";

type Fields = Record<string, string | null>;

const query = (fields: Fields) =>
  new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, value ?? ""])).toString();
const send = (body: BodyInit, type: string) =>
  POST(
    new Request(ADDRESS, {
      method: "POST",
      body,
      headers: { "content-type": type, origin: "https://payments.jazzcash.com.pk", "sec-fetch-site": "cross-site" },
    }),
    context,
  );
const post = (fields: Fields) => send(query(fields), FORM);
const come = (fields: Fields) => GET(new Request(`${ADDRESS}?${query(fields)}`), context);
const fresh = async () => (await anAttempt(await somebody(db, { now: new Date() }))).payment;

async function expectSeeOther(response: Response, location: string): Promise<void> {
  expect([response.status, response.headers.get("location")]).toEqual([303, location]);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.text()).toBe("");
}

it.each([
  ["000", "completed"],
  ["121", "completed"],
  ["112", "failed"],
  ["157", "processing"],
])("a return with the code %s is recorded as %s and leads to the result", async (pp_ResponseCode, status) => {
  const payment = await fresh();
  await expectSeeOther(await post(returnOf(payment, { pp_ResponseCode })), `/payments/${payment.transaction_id}`);
  await expectSeeOther(await post(returnOf(payment, { pp_ResponseCode })), `/payments/${payment.transaction_id}`);
  const story = await storyOf(db, payment);
  expect(story.payment.status).toBe(status);
  expect(story.heard.map(({ channel }) => channel)).toEqual(["return", "return"]);
});

it("by GET and as JSON it is recorded just so", async () => {
  const [one, two] = [await fresh(), await fresh()];
  await expectSeeOther(await come(returnOf(one)), `/payments/${one.transaction_id}`);
  await expectSeeOther(await send(JSON.stringify(ipnOf(two)), "application/json"), `/payments/${two.transaction_id}`);
  for (const payment of [one, two]) expect((await storyOf(db, payment)).payment.status).toBe("completed");
});

it("an order made in Urdu ends in Urdu, also where the notice is refused", async () => {
  const [good, bad] = [await fresh(), await fresh()];
  for (const payment of [good, bad]) {
    const { order } = await storyOf(db, payment);
    await db.update(orders).set({ locale: "ur" }).where(eq(orders.id, order.id));
  }
  await expectSeeOther(await post(returnOf(good)), `/ur/payments/${good.transaction_id}`);
  const forged = { ...returnOf(bad), pp_SecureHash: "0".repeat(64) };
  await expectSeeOther(await post(forged), `/ur/payments/${bad.transaction_id}`);
});

type Refused = { why: string; change: Fields; signed: Record<string, string> };

it.each<Refused>([
  { why: "forged", change: { pp_SecureHash: "0".repeat(64) }, signed: {} },
  { why: "of another amount", change: {}, signed: { pp_Amount: "1" } },
  { why: "with an unknown field", change: { pp_Extra: "1" }, signed: {} },
])("a return that is $why changes nothing, is kept and still leads to the result", async ({ change, signed }) => {
  const payment = await fresh();
  const fields = { ...returnOf(payment, { ...signed }), ...change };
  await expectSeeOther(await post(fields), `/payments/${payment.transaction_id}`);
  await expectSeeOther(await come(fields), `/payments/${payment.transaction_id}`);
  const story = await storyOf(db, payment);
  expect(story).toMatchObject({ payment: { status: "pending" }, movements: [] });
  expect(story.heard).toHaveLength(2);
  expect(story.payment.inquiryWantedAt).not.toBeNull();
});

it.each([
  ["a plain text", "hello", "text/plain"],
  ["no type", "pp_TxnRefNo=T1", ""],
  ["too much", "x".repeat(300 * 1024), FORM],
  ["no JSON", "{", "application/json"],
  ["a list", "[]", "application/json"],
  ["an upload", "--x--", "multipart/form-data; boundary=x"],
  ["nothing", "", FORM],
  ["a path for a reference", "pp_TxnRefNo=../../evil", FORM],
  ["an address for a reference", "pp_TxnRefNo=//evil.example", FORM],
  ["a reference that is nobody's", "pp_TxnRefNo=T261125NOBODYS", FORM],
  ["a broken escape", "pp_TxnRefNo=%ff%00&pp_%00=%ed%a0%80", FORM],
])("whoever comes with %s sees that the payment is being checked", async (_, body, type) => {
  await expectSeeOther(await send(body, type), "/payments/unknown");
});

it("without anything, by GET, likewise", async () => {
  await expectSeeOther(await come({}), "/payments/unknown");
});

it("a cash payment is not named, and is not touched", async () => {
  const { payment } = await anAttempt(await somebody(db, { now: new Date() }), "cash_on_delivery");
  await expectSeeOther(await post(ipnOf(payment)), "/payments/unknown");
  expect(await storyOf(db, payment)).toMatchObject({ payment: { status: "pending" }, heard: [] });
});
