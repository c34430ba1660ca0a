import { expect } from "vitest";
import type { Database } from "@/db/client";
import { anOrder, later, laterOn, somebody } from "@/db/test-fixtures";
import { storyOf } from "@/db/test-notices";
import type { SimulatedShop } from "@/e2e/generations/simulated-shop";
import { env } from "@/lib/env";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { reconcilePayments } from "@/lib/payments/reconcile-payments";
import { refundPayment } from "@/lib/refunds/refund-payment";
import type { InitiatedPaymentView } from "@/lib/payments/schemas";

/** What one generation of the gateway does in its own way. */
export type Generation = {
  /** What its references look like. */
  reference: RegExp;
  /** Only the second version of the inquiry names amount and reference. */
  inquiry: "v1" | "v2";
  /** What its page can be asked for, each with its version. */
  versions: Record<string, string>;
};

/** The steps of which the way of a payment is made, on the clocks of shop and gateway. */
export function walkOf(db: Database, shop: SimulatedShop) {
  const now = new Date();
  const reconcile = (minutes: number) =>
    reconcilePayments({ db, now: later(now, minutes), actor: { kind: "system", useCase: "reconcile" } });
  const storyAfter = async (payment: InitiatedPaymentView, status: string) => {
    await expect.poll(async () => (await storyOf(db, payment)).payment.status, { timeout: 10_000 }).toBe(status);
    return storyOf(db, payment);
  };
  /** The gateway has told the shop, once, and was thanked for it. */
  const isTold = async (payment: InitiatedPaymentView) => {
    const outcomes = async () => (await shop.transaction(payment))?.ipn_attempts.map(({ outcome }) => outcome);
    await expect.poll(outcomes, { timeout: 10_000 }).toEqual(["HTTP 200, 000"]);
  };
  /** So many rupees go back, or all that is left, so many minutes later. */
  const refund = async (payment: InitiatedPaymentView, amount?: string, minutes = 0) => {
    const admin = laterOn(await somebody(db, { role: "admin", now }), minutes);
    return refundPayment(admin, { paymentId: payment.payment_id, amount, reason: "It came broken" });
  };

  async function open() {
    const ctx = await somebody(db, { now });
    const { order, product } = await anOrder(ctx);
    const payment = await initiatePayment(ctx, { order_id: order.id, payment_method: "jazzcash" });
    return { ctx, order, product, payment };
  }
  async function payByWallet(customer_phone: string, walletApi: "v2" | "v1.1" = "v2") {
    const ctx = await somebody(db, { now });
    const { order } = await anOrder(ctx);
    env().jazzcash.walletApi = walletApi;
    const input = {
      order_id: order.id,
      payment_method: "jazzcash_wallet",
      customer_phone,
      cnic_last6: "345678",
    } as const;
    return initiatePayment(ctx, input);
  }
  return { db, shop, now, reconcile, storyAfter, isTold, open, payByWallet, refund };
}

export type Walk = ReturnType<typeof walkOf>;
