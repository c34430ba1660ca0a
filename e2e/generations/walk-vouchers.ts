import { describe, expect, it } from "vitest";
import { stockOf } from "@/db/test-fixtures";
import { storyOf } from "@/db/test-notices";
import type { Walk } from "@/e2e/generations/walk-of";
import { findOrder } from "@/lib/orders/queries";

const VOUCHER = /^\d{12}$/;

export function walkVouchers({ db, shop, reconcile, storyAfter, isTold, open, refund }: Walk): void {
  async function takeVoucher() {
    const made = await open();
    expect(await shop.press(made.payment, "counter")).toBe(`/payments/${made.payment.transaction_id}`);
    return made;
  }

  describe("a voucher", () => {
    it("is paid a day later, by notice, and given back by its number", async () => {
      const { payment } = await takeVoucher();
      const out = await storyOf(db, payment);
      expect(out.payment).toMatchObject({ status: "processing", voucherNumber: expect.stringMatching(VOUCHER) });
      await shop.passHours(23);
      await shop.control("state", { reference: payment.transaction_id, state: "paid" });
      await shop.control("ipn", { reference: payment.transaction_id });
      await isTold(payment);
      expect(await storyAfter(payment, "completed")).toMatchObject({
        payment: { gatewayTxnType: "OTC" },
        order: { status: "confirmed", paymentStatus: "paid" },
      });
      expect(await refund(payment, "1000.00")).toMatchObject({ status: "completed", amount: "1000.00" });
      expect(await refund(payment)).toMatchObject({ status: "completed", amount: "2000.00" });
      expect(await storyAfter(payment, "refunded")).toMatchObject({ order: { paymentStatus: "refunded" } });
      await shop.passHours(0);
    });

    it("is paid a day later and nobody says so: the inquiry finds out", async () => {
      const { payment } = await takeVoucher();
      await shop.passHours(23);
      await shop.control("state", { reference: payment.transaction_id, state: "paid" });
      await reconcile(23 * 60);
      await shop.passHours(0);
      expect(await storyAfter(payment, "completed")).toMatchObject({ order: { status: "confirmed" } });
    });

    it("that nobody pays ends with its life, and the goods are free again", async () => {
      const { payment, product, order, ctx } = await takeVoucher();
      await shop.passHours(25);
      await reconcile(25 * 60);
      await shop.passHours(0);
      await storyAfter(payment, "failed");
      expect(await findOrder(ctx, order.id)).toMatchObject({ status: "cancelled" });
      expect(await stockOf(db, product.id)).toBe(10);
    });
  });
}
