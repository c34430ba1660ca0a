import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { paymentEvents, payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { testDatabase } from "@/db/test-database";
import { expectProof } from "@/db/test-proof";
import { anAttempt, later, NOON, somebody } from "@/db/test-fixtures";
import { COMPLETED, DROPPED, FAILED, PENDING, lyingGateway } from "@/e2e/faults/lying-gateway";
import { findOrder } from "@/lib/orders/queries";
import { verifyPayment } from "@/lib/payments/verify-payment";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase();
afterAll(() => expectProof(db));
const gateway = await lyingGateway();

async function opened() {
  const ctx = await somebody(db);
  const attempt = await anAttempt(ctx);
  const ask = (minutes: number) =>
    verifyPayment({ ...ctx, now: later(NOON, minutes) }, { transaction_id: attempt.payment.transaction_id });
  return { ctx, ...attempt, ask };
}

const rowOf = async (id: number) => (await db.select().from(payments).where(eq(payments.id, id)))[0];
const statusOf = async (ctx: UserCtx, id: number) => (await findOrder(ctx, id))?.payment_status;

describe("what an inquiry can do to an attempt by its age", () => {
  it("a signed Completed with 121 pays the order at any age", async () => {
    const { ctx, order, ask } = await opened();
    gateway.says({ ...COMPLETED, pp_Amount: "300000", pp_RetrievalReferenceNo: "261125700001", pp_TxnType: "MWALLET" });
    expect(await ask(1)).toMatchObject({ status: "completed", gateway_reference: "261125700001" });
    expect(await statusOf(ctx, order.id)).toBe("paid");
  });

  it("in its first ten minutes an attempt cannot be ended", async () => {
    const { ask } = await opened();
    gateway.says(FAILED);
    expect(await ask(9)).toMatchObject({ status: "pending" });
    expect(await ask(10)).toMatchObject({ status: "failed", response_code: "402" });
  });

  it("Dropped ends it as failed, 109 ends it as expired only after its expiry", async () => {
    const dropped = await opened();
    gateway.says(DROPPED);
    expect(await dropped.ask(11)).toMatchObject({ status: "failed" });
    const unknown = await opened();
    gateway.says({ pp_ResponseCode: "109" });
    expect(await unknown.ask(30)).toMatchObject({ status: "pending" });
    expect(await unknown.ask(61)).toMatchObject({ status: "expired" });
  });

  it("000 alone means that the inquiry worked: Pending, empty and unheard states change nothing", async () => {
    const { ask } = await opened();
    for (const status of ["Pending", "", "Completed", "Mysterious"]) {
      gateway.says({ ...PENDING, pp_Status: status });
      expect(await ask(20)).toMatchObject({ status: "pending" });
    }
  });

  it("three unsigned answers that know nothing end it, ten minutes apart and all after its expiry", async () => {
    const { payment, ask } = await opened();
    gateway.answers((_, response) => response.end(JSON.stringify({ pp_ResponseCode: "199", pp_SecureHash: "" })));
    for (const minutes of [30, 45, 61, 65, 69, 71]) expect(await ask(minutes)).toMatchObject({ status: "pending" });
    expect(await ask(81)).toMatchObject({ status: "expired" });
    expect(await rowOf(payment.payment_id)).toMatchObject({ unknownCount: 3 });
  });

  it("silence never ends what a signed message once called pending", async () => {
    const { ask } = await opened();
    gateway.says(PENDING);
    await ask(20);
    gateway.answers((_, response) => response.end(JSON.stringify({ pp_ResponseCode: "199", pp_SecureHash: "" })));
    for (const minutes of [61, 75, 90, 105, 120]) expect(await ask(minutes)).toMatchObject({ status: "pending" });
  });

  it("rows that were moved back in time count as old ones", async () => {
    const { payment, ask } = await opened();
    gateway.answers((_, response) => response.end(JSON.stringify({ pp_ResponseCode: "199", pp_SecureHash: "" })));
    for (let times = 0; times < 3; times++) {
      await db
        .update(payments)
        .set({ createdAt: later(NOON, -200), expiresAt: later(NOON, -100), lastInquiredAt: later(NOON, -20) })
        .where(eq(payments.id, payment.payment_id));
      await ask(1);
    }
    expect(await rowOf(payment.payment_id)).toMatchObject({ status: "expired" });
  });
});

describe("what is no answer changes nothing, and is written down", () => {
  const lies: [string, Parameters<Awaited<ReturnType<typeof lyingGateway>>["answers"]>[0]][] = [
    ["a firewall's HTML with status 200", (_, r) => r.end("<html>Request Rejected</html>")],
    ["a server error", (_, r) => r.writeHead(500).end("{}")],
    ["a redirect", (_, r) => r.writeHead(302, { location: "/elsewhere" }).end()],
    ["a broken body", (_, r) => r.end('{"pp_ResponseCode":')],
    ["a list", (_, r) => r.end("[]")],
    ["numbers where texts belong", (_, r) => r.end(JSON.stringify({ ...COMPLETED, pp_Amount: 300000 }))],
    ["an unsigned success", (_, r) => r.end(JSON.stringify({ ...COMPLETED, pp_SecureHash: "" }))],
    ["a success with a wrong hash", (_, r) => r.end(JSON.stringify({ ...COMPLETED, pp_SecureHash: "0".repeat(64) }))],
    ["ten megabytes", (_, r) => r.end(JSON.stringify({ ...COMPLETED, pad: "x".repeat(10_000_000) }))],
    ["nothing for longer than it may take", () => {}],
    ["a cut connection", (_, r) => r.destroy()],
  ];
  it.each(lies)("%s", async (_, lie) => {
    const { payment, ask } = await opened();
    gateway.answers(lie);
    await expect(ask(70)).rejects.toMatchObject({ code: "gateway_unavailable" });
    expect(await rowOf(payment.payment_id)).toMatchObject({ status: "pending", inquiryCount: 0 });
    const events = await db
      .select()
      .from(paymentEvents)
      .where(eq(paymentEvents.paymentId, payment.payment_id))
      .orderBy(paymentEvents.id);
    expect(events.map(({ channel, isOutgoing }) => [channel, isOutgoing])).toEqual([
      ["form", true],
      ["inquiry", true],
      ["inquiry", false],
    ]);
  });

  it("a signed success about another payment", async () => {
    const { payment, ask } = await opened();
    gateway.says({ ...COMPLETED, pp_TxnRefNo: "T26112500000000000" });
    await expect(ask(70)).rejects.toMatchObject({ code: "gateway_unavailable" });
    expect(await rowOf(payment.payment_id)).toMatchObject({ status: "pending" });
  });
});

it("an inquiry that names another amount settles nothing and asks a person", async () => {
  const { payment, ask } = await opened();
  gateway.says({ ...COMPLETED, pp_Amount: "299999" });
  expect(await ask(1)).toMatchObject({ status: "processing" });
  gateway.says(COMPLETED);
  expect(await ask(12)).toMatchObject({ status: "processing" });
  const items = await db.select().from(reviewItems).where(eq(reviewItems.paymentId, payment.payment_id));
  expect(items.map((item) => item.kind)).toEqual(["amount_differs"]);
});

it("a field that nobody knows counts in the hash, is otherwise ignored, and is flagged", async () => {
  const { payment, ask } = await opened();
  gateway.says({ ...COMPLETED, pp_Brandnew: "yes" });
  expect(await ask(1)).toMatchObject({ status: "completed" });
  const items = await db.select().from(reviewItems).where(eq(reviewItems.paymentId, payment.payment_id));
  expect(items.map((item) => item.kind)).toEqual(["unknown_field"]);
});

it("five who hear at once that nothing is known count as one towards the end", async () => {
  const { payment, ask } = await opened();
  gateway.answers((_, response) => response.end(JSON.stringify({ pp_ResponseCode: "199", pp_SecureHash: "" })));
  await Promise.all([61, 61.1, 61.2, 61.3, 61.4].map(ask));
  expect(await rowOf(payment.payment_id)).toMatchObject({ unknownCount: 1, inquiryCount: 1 });
});

it("two who ask at the same moment share one call", async () => {
  const { payment, ask } = await opened();
  gateway.says(PENDING);
  await Promise.all(Array.from({ length: 5 }, () => ask(20)));
  expect(gateway.asked.filter(({ fields }) => fields.pp_TxnRefNo === payment.transaction_id)).toHaveLength(1);
  const events = await db.select().from(paymentEvents).where(eq(paymentEvents.paymentId, payment.payment_id));
  expect(events.filter((event) => event.channel === "inquiry" && !event.isOutgoing)).toHaveLength(1);
});

it("cash is never asked about, and neither is what is final", async () => {
  const ctx = await somebody(db);
  const { payment } = await anAttempt(ctx, "cash_on_delivery");
  const before = gateway.asked.length;
  expect(await verifyPayment(ctx, payment)).toMatchObject({ status: "pending", expires_at: null });
  const paid = await opened();
  gateway.says(COMPLETED);
  await paid.ask(1);
  await paid.ask(2);
  expect(gateway.asked.length - before).toBe(1);
});
