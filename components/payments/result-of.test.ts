import { describe, expect, it } from "vitest";
import { resultOf } from "@/components/payments/result-of";
import { ORDER_STATES, type OrderState } from "@/lib/orders/model";
import { PAYMENT_METHODS, PAYMENT_STATES } from "@/lib/payments/model";
import type { PaymentView } from "@/lib/payments/schemas";

const payment = (given: Partial<PaymentView>): PaymentView => ({
  id: 1,
  order_id: 1,
  transaction_id: "T261125AAAAAAAAAAAAA",
  payment_method: "jazzcash",
  amount: "1500.00",
  refunded_amount: "0.00",
  status: "pending",
  response_code: null,
  response_message: null,
  gateway_reference: null,
  created_at: "2026-11-25T07:00:00.000Z",
  updated_at: "2026-11-25T07:00:00.000Z",
  completed_at: null,
  expires_at: null,
  ...given,
});

const standing = (status: OrderState, given = {}) => ({
  order: { status },
  hasVoucher: false,
  isOwedBack: false,
  ...given,
});

describe("the result of a payment", () => {
  it.each([
    ["completed", "successful"],
    ["partially_refunded", "successful"],
    ["refunded", "successful"],
    ["pending", "checked"],
    ["processing", "checked"],
    ["failed", "failed"],
    ["expired", "expired"],
    ["cancelled", "cancelled"],
  ] as const)("%s is shown as %s", (status, title) => {
    expect(resultOf(payment({ status }), standing("pending")).title).toBe(title);
  });

  it("never shows an attempt that is under way as failed, and asks on", () => {
    for (const payment_method of PAYMENT_METHODS) {
      for (const status of ["pending", "processing"] as const) {
        const result = resultOf(payment({ status, payment_method }), standing("pending"));
        expect(result.title).not.toBe("failed");
        expect(result.canPay).toBe(false);
      }
    }
  });

  it("confirms an order that is paid to the courier, and asks nobody", () => {
    const result = resultOf(payment({ payment_method: "cash_on_delivery" }), standing("confirmed"));
    expect(result).toMatchObject({ title: "confirmed", isMoving: false });
  });

  it("offers to pay again only while the order waits for its payment", () => {
    for (const status of PAYMENT_STATES) {
      for (const order of ORDER_STATES) {
        const { canPay } = resultOf(payment({ status }), standing(order));
        expect(canPay).toBe(order === "pending" && ["failed", "expired", "cancelled"].includes(status));
      }
    }
  });

  it("says what to do with a voucher, and what to do on the phone", () => {
    expect(resultOf(payment({ status: "processing" }), standing("pending", { hasVoucher: true })).next).toBe("voucher");
    const wallet = payment({ status: "processing", payment_method: "jazzcash_wallet" });
    expect(resultOf(wallet, standing("pending")).next).toBe("wallet");
  });

  it("does not promise goods for money that goes back", () => {
    for (const status of ["completed", "partially_refunded"] as const) {
      const result = resultOf(payment({ status }), standing("cancelled", { isOwedBack: true }));
      expect(result).toMatchObject({ title: "successful", next: "owed_back", canPay: false });
    }
  });
});
