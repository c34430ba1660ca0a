import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditLog } from "@/db/schema/operations";
import { refundRequests } from "@/db/schema/returns";
import { shopSettings } from "@/db/schema/settings";
import { testDatabase } from "@/db/test-database";
import { somebody } from "@/db/test-fixtures";
import { lyingGateway, PATIENT } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, moneyOf } from "@/e2e/faults/money-back";
import { approveRefund } from "@/lib/refunds/approve-refund";
import { declineRefund } from "@/lib/refunds/decline-refund";
import { listRefundRequests } from "@/lib/refunds/queries";
import { refundPayment } from "@/lib/refunds/refund-payment";
import { requestRefund } from "@/lib/refunds/request-refund";
import { anAdministrator, asInProduction } from "@/app/api/admin/test-production";
import type { UserCtx } from "@/lib/shared/context";
import { paisa } from "@/lib/shared/money";

const { db } = testDatabase({ max: 20 });
const gateway = await lyingGateway(PATIENT);
const REASON = "It came broken";

const setLimit = (limit: number | null) =>
  db.update(shopSettings).set({ approvalAbovePaisa: limit === null ? null : paisa(limit) });

beforeEach(() => {
  gateway.saysOfRefunds("000");
});
afterEach(() => setLimit(null));

/** An administrator who has just typed the password. */
async function confirmed(): Promise<UserCtx> {
  const { ctx, setConfirmed } = await anAdministrator(db);
  await setConfirmed(ctx.now);
  return ctx;
}

const asked = async (by: UserCtx, paymentId: number, amount?: string) =>
  requestRefund(by, { paymentId, amount, reason: REASON });

describe("a limit above which a second administrator must approve", () => {
  test("counts where money is real, and what has gone back already counts with it", async () => {
    const { payment } = await aPaidOrder(db);
    const admin = await confirmed();
    await setLimit(100_000);
    const back = (amount: string) => refundPayment(admin, { paymentId: payment.payment_id, amount, reason: REASON });
    await asInProduction(async () => {
      await expect(back("1000.01")).rejects.toMatchObject({
        code: "approval_required",
        extra: { approval_above: "1000.00" },
      });
      expect((await moneyOf(db, payment)).refunds).toEqual([]);
      expect(await back("600")).toMatchObject({ status: "completed" });
      await expect(back("401")).rejects.toMatchObject({ code: "approval_required" });
      expect(await back("400")).toMatchObject({ status: "completed" });
    });
    expect(await back("1000.01")).toMatchObject({ status: "completed" });
  });

  test("is none unless the merchant sets it", async () => {
    const { payment } = await aPaidOrder(db);
    const admin = await confirmed();
    await asInProduction(async () => {
      expect(await refundPayment(admin, { paymentId: payment.payment_id, reason: REASON })).toMatchObject({
        status: "completed",
        amount: "3000.00",
      });
    });
  });
});

describe("a refund that was asked for", () => {
  test("is approved by another administrator, and both are in the audit log", async () => {
    const { payment } = await aPaidOrder(db);
    const [one, other] = [await confirmed(), await confirmed()];
    const request = await asked(one, payment.payment_id, "2500");
    expect(request).toMatchObject({ amount: "2500.00", decision: null, requested_by: `user:${one.actor.userId}` });
    expect((await moneyOf(db, payment)).refunds).toEqual([]);
    await expect(approveRefund(one, { requestId: request.id })).rejects.toMatchObject({ code: "forbidden" });
    expect(await approveRefund(other, { requestId: request.id })).toMatchObject({
      status: "completed",
      amount: "2500.00",
    });
    const { rows } = await listRefundRequests(other, { page: 1, page_size: 100, open: "false" });
    expect(rows.find(({ id }) => id === request.id)).toMatchObject({
      decision: "approved",
      decided_by: `user:${other.actor.userId}`,
      refund_id: expect.any(Number),
    });
    const entries = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `refund_request:${request.id}`));
    expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
      [`user:${other.actor.userId}`, "refund.approve"],
    ]);
  });

  test("never by the one who asked for it, even where the code forgets to look", async () => {
    const { payment } = await aPaidOrder(db);
    const admin = await confirmed();
    const { id } = await asked(admin, payment.payment_id);
    const own = { decision: "approved", decidedBy: admin.actor.userId, decidedAt: admin.now } as const;
    await expect(db.update(refundRequests).set(own).where(eq(refundRequests.id, id))).rejects.toMatchObject({
      cause: { constraint_name: "refund_requests_approved_by_another" },
    });
  });

  test("is sent once, however many approve it at once", async () => {
    const { payment } = await aPaidOrder(db);
    const { id } = await asked(await confirmed(), payment.payment_id, "2000");
    const admins = await Promise.all(Array.from({ length: 20 }, () => somebody(db, { role: "admin" })));
    const answers = await Promise.allSettled(admins.map((admin) => approveRefund(admin, { requestId: id })));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refusals = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code] : []));
    expect(new Set(refusals)).toEqual(new Set(["refund_request_closed"]));
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(1);
    expect((await moneyOf(db, payment)).payment.refundedPaisa).toBe(200_000);
  });

  test("is declined once, and then approved by nobody", async () => {
    const { payment } = await aPaidOrder(db);
    const [one, other] = [await confirmed(), await confirmed()];
    const { id } = await asked(one, payment.payment_id);
    expect(await declineRefund(other, { requestId: id })).toMatchObject({ decision: "declined", refund_id: null });
    await expect(declineRefund(one, { requestId: id })).rejects.toMatchObject({ code: "refund_request_closed" });
    await expect(approveRefund(other, { requestId: id })).rejects.toMatchObject({ code: "refund_request_closed" });
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(0);
  });

  test("waits alone for its payment, and is for administrators", async () => {
    const { payment } = await aPaidOrder(db);
    const admin = await confirmed();
    const wishes = await Promise.allSettled(Array.from({ length: 20 }, () => asked(admin, payment.payment_id, "100")));
    expect(wishes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refusals = wishes.flatMap((wish) => (wish.status === "rejected" ? [wish.reason.code] : []));
    expect(new Set(refusals)).toEqual(new Set(["refund_in_progress"]));
    const staff = await somebody(db, { role: "staff" });
    const [request] = (await listRefundRequests(admin, { page: 1, page_size: 1, open: "true" })).rows;
    const requestId = request?.id ?? 0;
    for (const wish of [
      () => asked(staff, payment.payment_id),
      () => approveRefund(staff, { requestId }),
      () => declineRefund(staff, { requestId }),
      () => listRefundRequests(staff, { page: 1, page_size: 1 }),
      () => refundPayment(staff, { paymentId: payment.payment_id, reason: REASON }),
    ]) {
      await expect(wish()).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("that asks for more than is left, or for what was never taken, is refused", async () => {
    const { payment } = await aPaidOrder(db);
    const admin = await confirmed();
    await expect(asked(admin, payment.payment_id, "3000.01")).rejects.toMatchObject({ code: "refund_exceeds_payment" });
    await expect(asked(admin, 987_654_321)).rejects.toMatchObject({ code: "payment_not_found" });
    await refundPayment(admin, { paymentId: payment.payment_id, reason: REASON });
    await expect(asked(admin, payment.payment_id)).rejects.toMatchObject({ code: "not_refundable" });
    await expect(approveRefund(admin, { requestId: 987_654_321 })).rejects.toMatchObject({
      code: "refund_request_not_found",
    });
  });
});
