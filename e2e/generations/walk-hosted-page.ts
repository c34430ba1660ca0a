import { describe, expect, it } from "vitest";
import { storyOf } from "@/db/test-notices";
import type { Generation, Walk } from "@/e2e/generations/walk-of";
import { env } from "@/lib/env";
import { findOrder } from "@/lib/orders/queries";
import { initiatePayment } from "@/lib/payments/initiate-payment";

export function walkHostedPage(
  { db, shop, reconcile, storyAfter, isTold, open, refund }: Walk,
  generation: Generation,
): void {
  describe("the hosted page", () => {
    it.each(["MPAY", "MWALLET"])("is paid by %s: notice and return settle it once", async (method) => {
      const { payment } = await open();
      expect(await shop.press(payment, "pay", method)).toBe(`/payments/${payment.transaction_id}`);
      await isTold(payment);
      const story = await storyAfter(payment, "completed");
      expect(story).toMatchObject({
        payment: { gatewayTxnType: method, gatewayReference: expect.stringMatching(generation.reference) },
        order: { status: "confirmed", paymentStatus: "paid", paidPaisa: 300_000 },
        movements: [{ fromAccount: "customer", toAccount: "gateway", amountPaisa: 300_000 }],
        steps: ["pending", "confirmed"],
        reviews: [],
      });
      const heard = story.heard.map(({ channel, fields }) => [channel, fields.pp_ResponseCode]);
      expect(heard).toHaveLength(2);
      for (const word of [
        ["callback", "121"],
        ["return", "000"],
      ])
        expect(heard).toContainEqual(word);
    });

    it.each(["decline", "cancel"] as const)("%s ends the attempt, and the next one pays", async (choice) => {
      const { ctx, order, payment } = await open();
      expect(await shop.press(payment, choice)).toBe(`/payments/${payment.transaction_id}`);
      await isTold(payment);
      const failed = await storyAfter(payment, "failed");
      expect(failed).toMatchObject({ order: { status: "pending", paymentStatus: "unpaid" }, movements: [] });
      expect(failed.payment.responseCode).toBe(choice === "decline" ? "402" : "112");
      const next = await initiatePayment(ctx, { order_id: order.id, payment_method: "jazzcash" });
      expect(next.transaction_id).not.toBe(payment.transaction_id);
      await shop.press(next, "pay");
      await storyAfter(next, "completed");
      expect(await findOrder(ctx, order.id)).toMatchObject({ status: "confirmed", paid_amount: "3000.00" });
    });

    it("is paid and never comes back: the inquiry finds out", async () => {
      const { payment } = await open();
      expect(await shop.press(payment, "never_return", "MWALLET")).toBeNull();
      expect(await storyOf(db, payment)).toMatchObject({ payment: { status: "pending" }, heard: [] });
      await reconcile(11);
      const { heard, ...story } = await storyAfter(payment, "completed");
      expect(story).toMatchObject({ order: { paymentStatus: "paid" }, movements: [{ amountPaisa: 300_000 }] });
      const [answer] = heard;
      expect(answer).toMatchObject({ channel: "inquiry", fields: { pp_Status: "Completed", pp_ResponseCode: "000" } });
      const named = generation.inquiry === "v2" ? ["300000", payment.transaction_id] : [undefined, undefined];
      expect([answer?.fields.pp_Amount, answer?.fields.pp_TxnRefNo]).toEqual(named);
      expect(story.payment.gatewayReference).toMatch(generation.reference);
    });

    it("opens for every kind of payment with its version", async () => {
      for (const [txnType, version] of Object.entries(generation.versions)) {
        env().jazzcash.txnType = txnType as "";
        const { payment } = await open();
        expect(payment.form_data).toMatchObject({ pp_TxnType: txnType, pp_Version: version });
        expect((await shop.openPage(payment)).status, txnType).toBe(200);
      }
      env().jazzcash.txnType = "";
    });
  });

  it("a card goes back in parts, and what is left at once", async () => {
    const { payment } = await open();
    await shop.press(payment, "pay", "MPAY");
    expect(await refund(payment, "0.01")).toMatchObject({ status: "completed" });
    expect(await refund(payment, undefined, 2)).toMatchObject({ amount: "2999.99", status: "completed" });
    expect(await storyAfter(payment, "refunded")).toMatchObject({
      order: { status: "confirmed", paymentStatus: "refunded", refundedPaisa: 300_000 },
      reviews: [],
    });
    await expect(refund(payment, "0.02")).rejects.toMatchObject({ code: "refund_exceeds_payment" });
  });
}
