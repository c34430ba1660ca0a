import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { auditLog } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { anAttempt, laterOn, somebody } from "@/db/test-fixtures";
import { storyOf } from "@/db/test-notices";
import { lyingGateway, PATIENT } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, moneyOf } from "@/e2e/faults/money-back";
import { inquireNow } from "@/lib/payments/inquire-now";

const { db } = testDatabase({ max: 20 });
const gateway = await lyingGateway(PATIENT);
const door = await doorAt("admin/payments/[id]/inquire");

const PAID = {
  pp_ResponseCode: "000",
  pp_Status: "Completed",
  pp_PaymentResponseCode: "121",
  pp_RetreivalReferenceNo: "261125999999",
};

test("staff ask about an attempt, twenty at once: the gateway's word settles it once", async () => {
  const { payment } = await anAttempt(await somebody(db));
  const staff = laterOn(await somebody(db, { role: "staff" }), 15);
  gateway.says({ ...PAID, pp_RetreivalReferenceNo: "261125999998" });
  const ways = Array.from({ length: 20 }, () => inquireNow(staff, { paymentId: payment.payment_id }));
  for (const answer of await Promise.all(ways)) expect(answer).toMatchObject({ status: "completed" });
  expect((await storyOf(db, payment)).movements).toHaveLength(1);
  const [entry] = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, `payment:${payment.payment_id}`));
  expect(entry).toMatchObject({ action: "payment.inquire", details: { before: "pending", answered: "yes" } });
});

test("a payment that is complete is asked about too, and a contradiction is put before a person", async () => {
  const { payment } = await aPaidOrder(db);
  gateway.says({ ...PAID, pp_Status: "Failed", pp_PaymentResponseCode: "199" });
  const staff = laterOn(await somebody(db, { role: "staff" }), 90);
  expect(await inquireNow(staff, { paymentId: payment.payment_id })).toMatchObject({ status: "completed" });
  expect((await moneyOf(db, payment)).asked).toContain("confirmation_differs");
});

test("no answer changes nothing, and says so", async () => {
  const { payment } = await anAttempt(await somebody(db));
  const { cookie } = await signedIn(db, "staff");
  gateway.answers((_, response) => response.destroy());
  const params = { id: `${payment.payment_id}` };
  expect(await ask(door, "POST", { cookie, params })).toMatchObject({
    status: 503,
    json: { code: "gateway_unavailable" },
  });
  expect((await storyOf(db, payment)).payment.status).toBe("pending");
});

test("JazzCash is not asked about cash, about what is not there, or by a customer", async () => {
  const { payment } = await anAttempt(await somebody(db), "cash_on_delivery");
  const { cookie } = await signedIn(db, "staff");
  const post = (id: string, by = cookie) => ask(door, "POST", { cookie: by, params: { id } });
  expect(await post(`${payment.payment_id}`)).toMatchObject({ status: 409, json: { code: "conflict" } });
  expect(await post("987654321")).toMatchObject({ status: 404, json: { code: "payment_not_found" } });
  expect((await post("987654321", (await signedIn(db)).cookie)).status).toBe(403);
  const buyer = await somebody(db);
  await expect(inquireNow(buyer, { paymentId: payment.payment_id })).rejects.toMatchObject({ code: "forbidden" });
});
