import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { later, NOON, stockOf } from "@/db/test-fixtures";
import { storyOf } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { aVoucher, OF_A_VOUCHER, VOUCHER_END } from "@/e2e/faults/a-voucher";
import { lyingGateway } from "@/e2e/faults/lying-gateway";
import { leaveTheRest, reconcileAfter } from "@/e2e/faults/money-back";
import { attemptsOf, payOrder } from "@/e2e/faults/pay-order";

const { db } = testDatabase();
const gateway = await lyingGateway({ JAZZCASH_TIMEOUT_MS: "5000" });

beforeEach(async () => {
  await leaveTheRest(db);
  gateway.says(OF_A_VOUCHER.waiting);
});
afterAll(() => expectProof(db));

describe("a voucher ends by the gateway's word", () => {
  it.each(["116", "129"])("a notice of %s: the goods are free with the next reconciliation", async (code) => {
    const { payment, product, tell } = await aVoucher(db);
    await tell(code, VOUCHER_END);
    expect(await storyOf(db, payment)).toMatchObject({ payment: { status: "failed", responseCode: code } });
    await reconcileAfter(db, VOUCHER_END + 1);
    expect((await storyOf(db, payment)).order.status).toBe("cancelled");
    expect(await stockOf(db, product.id)).toBe(10);
  });

  it("an inquiry's Dropped", async () => {
    const { payment, product } = await aVoucher(db);
    gateway.says(OF_A_VOUCHER.ended);
    expect(await reconcileAfter(db, VOUCHER_END + 1)).toMatchObject({ failed: 1, orders_cancelled: 1 });
    expect(await storyOf(db, payment)).toMatchObject({ payment: { status: "failed", responseCode: "116" } });
    expect(await stockOf(db, product.id)).toBe(10);
  });

  it("within the order's own hold: the order waits, and is paid in another way", async () => {
    const { ctx, order, payment, tell } = await aVoucher(db);
    await tell("116", 30);
    await reconcileAfter(db, 31);
    expect((await storyOf(db, payment)).order.status).toBe("pending");
    expect(await payOrder(ctx, order.id, "cash_on_delivery", 32)).toMatchObject({ status: "pending" });
  });

  it("an inquiry that does not know it ends it only after its own end, and silence never does", async () => {
    const { payment, ask } = await aVoucher(db);
    gateway.says({ pp_ResponseCode: "109" });
    expect(await ask(90)).toMatchObject({ status: "processing" }); // the form's end is past, the voucher's is not
    gateway.answers((_, response) => response.end(JSON.stringify({ pp_ResponseCode: "199", pp_SecureHash: "" })));
    for (const minutes of [1, 15, 30, 45])
      expect(await ask(VOUCHER_END + minutes)).toMatchObject({ status: "processing" });
    gateway.says({ pp_ResponseCode: "109" });
    expect(await ask(VOUCHER_END + 60)).toMatchObject({ status: "expired" });
    expect((await storyOf(db, payment)).payment.endedAt).toEqual(later(NOON, VOUCHER_END + 60));
  });
});

describe("another way to pay while a voucher is out", () => {
  const SILENT = (_: unknown, response: { destroy: () => unknown }) => void response.destroy();

  it.each(["cash_on_delivery", "jazzcash_wallet"] as const)("%s: the gateway is asked first", async (method) => {
    const { ctx, order, payment } = await aVoucher(db);
    for (const answer of [() => gateway.says(OF_A_VOUCHER.waiting), () => gateway.answers(SILENT)]) {
      answer();
      const refused = payOrder(ctx, order.id, method, 20);
      await expect(refused).rejects.toMatchObject({
        code: "payment_in_progress",
        extra: { transaction_id: payment.transaction_id },
      });
    }
    expect(await attemptsOf(ctx, order.id)).toHaveLength(1);
  });

  it("opens once the gateway has ended it, and is refused where it was paid", async () => {
    const ended = await aVoucher(db);
    gateway.says(OF_A_VOUCHER.ended);
    expect(await payOrder(ended.ctx, ended.order.id, "cash_on_delivery", 20)).toMatchObject({ status: "pending" });
    expect((await storyOf(db, ended.payment)).payment.status).toBe("failed");
    const paid = await aVoucher(db);
    gateway.says(OF_A_VOUCHER.paid);
    const refused = payOrder(paid.ctx, paid.order.id, "cash_on_delivery", 20);
    await expect(refused).rejects.toMatchObject({ code: "order_already_paid" });
  });

  it("the same page again is the same form while that can still be sent, then the voucher stands in its way", async () => {
    const { ctx, order, payment } = await aVoucher(db);
    expect((await payOrder(ctx, order.id, "jazzcash", 54)).form_data).toEqual(payment.form_data);
    await expect(payOrder(ctx, order.id, "jazzcash", 56)).rejects.toMatchObject({ code: "payment_in_progress" });
  });
});
