import { array, assert, infiniteStream, integer, nat, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { isLive, isTaken, LIVE_STATES, PAYMENT_STATES, type PaymentMethod, takenOf } from "@/lib/payments/model";
import { refundWayOf, shareDiscount, stateAfterRefund, worthOf } from "@/lib/refunds/model";
import { paisa } from "@/lib/shared/money";

const GATEWAY_TYPES = ["MPAY", "MIGS", "MWALLET", "OTC", "PAY", "", null];

const wayOf = (paymentMethod: PaymentMethod, gatewayTxnType: string | null, voucherNumber: string | null = null) =>
  refundWayOf({ paymentMethod, gatewayTxnType, voucherNumber });

it("money of the hosted page goes back by the kind of payment that the payer chose there", () => {
  expect(GATEWAY_TYPES.map((type) => [type, wayOf("jazzcash", type)])).toEqual([
    ["MPAY", "card"],
    ["MIGS", "card"],
    ["MWALLET", "wallet"],
    ["OTC", null],
    ["PAY", null],
    ["", null],
    [null, null],
  ]);
});

it("what was paid at a counter is found by its voucher, and by nothing else", () => {
  expect(wayOf("jazzcash", "OTC", "261125424242")).toBe("voucher");
  expect(wayOf("jazzcash", null, "261125424242")).toBeNull();
  expect(wayOf("jazzcash", "MPAY", "261125424242")).toBe("card");
});

it("a wallet call was the wallet's, unless the gateway named another kind", () => {
  expect(wayOf("jazzcash_wallet", null)).toBe("wallet");
  expect(wayOf("jazzcash_wallet", "MWALLET")).toBe("wallet");
  expect(wayOf("jazzcash_wallet", "MIGS")).toBe("card");
  expect(wayOf("jazzcash_wallet", "PAY")).toBeNull();
});

it("cash is handed back, whatever else is written down", () => {
  for (const type of GATEWAY_TYPES) expect(wayOf("cash_on_delivery", type, "261125424242")).toBe("cash");
});

it("a payment is refunded once all that was taken has gone back, and partially before", () => {
  const after = (refunded: number) => stateAfterRefund(paisa(150_000), paisa(refunded));
  expect([1, 149_999, 150_000].map(after)).toEqual(["partially_refunded", "partially_refunded", "refunded"]);
});

it("what was taken is what was asked for, or the other amount that a person accepted", () => {
  expect(takenOf({ amountPaisa: paisa(150_000), acceptedPaisa: null })).toBe(150_000);
  expect(takenOf({ amountPaisa: paisa(150_000), acceptedPaisa: paisa(140_000) })).toBe(140_000);
});

it("a payment is live until it has an end, and taken from its success on", () => {
  expect(PAYMENT_STATES.filter(isLive)).toEqual(["pending", "processing"]);
  expect(LIVE_STATES).toEqual(PAYMENT_STATES.filter(isLive));
  expect(PAYMENT_STATES.filter(isTaken)).toEqual(["completed", "partially_refunded", "refunded"]);
});

describe("the price of pieces", () => {
  const shared = (lines: [quantity: number, unitPrice: number][], discount: number) =>
    shareDiscount(
      lines.map(([quantity, unitPrice], id) => ({ id, quantity, unitPrice: paisa(unitPrice), refunded: 0 })),
      paisa(discount),
    );

  it("bears its share of the discount, and all shares together are the discount", () => {
    const worths = (discount: number) =>
      shared([[1, 100], [3, 333], [2, 1]], discount).map((line) => worthOf(line, line.quantity)); // prettier-ignore
    expect(worths(0)).toEqual([100, 999, 2]);
    expect(worths(100)).toEqual([91, 909, 1]);
    expect(worths(1101)).toEqual([0, 0, 0]);
    expect(worths(5000)).toEqual([0, 0, 0]); // the rest of it takes off the delivery
  });

  it("is the line's to the paisa, in whatever parts it is paid back", () => {
    const anOrder = array(tuple(integer({ min: 1, max: 40 }), integer({ min: 0, max: 9_999_999 })), {
      minLength: 1,
      maxLength: 6,
    });
    assert(
      property(anOrder, nat({ max: 2_000_000_000 }), infiniteStream(nat()), (lines, discount, picks) => {
        const goods = lines.reduce((sum, [quantity, price]) => sum + quantity * price, 0);
        let all = 0;
        for (const line of shared(lines, discount)) {
          let [refunded, sum] = [0, 0];
          while (refunded < line.quantity) {
            const pieces = 1 + ((picks.next().value ?? 0) % (line.quantity - refunded));
            const worth = worthOf({ ...line, refunded }, pieces);
            expect(worth).toBeGreaterThanOrEqual(0);
            [refunded, sum] = [refunded + pieces, sum + worth];
          }
          expect(sum).toBe(worthOf(line, line.quantity));
          all += sum;
        }
        expect(all).toBe(goods - Math.min(discount, goods));
      }),
    );
  });
});
