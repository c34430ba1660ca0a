import { describe, expect, it, test } from "vitest";
import { actionsOf, stockMovesOf } from "@/lib/desk/model";
import { BulkStepsForm, DeskQuery, typedAmount } from "@/lib/desk/schemas";
import type { OrderPaymentState, OrderState } from "@/lib/orders/model";
import type { PaymentMethod, PaymentState } from "@/lib/payments/model";

type Attempt = [method: PaymentMethod, status: PaymentState];

const actions = (status: OrderState, payment_status: OrderPaymentState, attempts: Attempt[] = [], returned = 0) =>
  actionsOf({
    status,
    payment_status,
    payments: attempts.map(([payment_method, of], at) => ({ id: at + 1, payment_method, status: of })),
    items: [{ quantity: 2, returned }],
  });

const NOTHING = {
  step: null,
  cancel: null,
  cancelsAfterRefund: false,
  changesParcel: false,
  cashPaymentId: null,
  refundPaymentId: null,
  canReturn: false,
};

describe("what staff may do with an order", () => {
  it.each<[string, ReturnType<typeof actionsOf>, Partial<ReturnType<typeof actionsOf>>]>([
    ["an unpaid one is cancelled", actions("pending", "unpaid"), { cancel: "cancel" }],
    ["one whose payment is being checked waits", actions("pending", "unpaid", [["jazzcash", "processing"]]), {}],
    [
      "a cash order is begun, cancelled, or its cash recorded",
      actions("confirmed", "unpaid", [["cash_on_delivery", "pending"]]),
      { step: "start", cancel: "cancel", cashPaymentId: 1 },
    ],
    [
      "a paid one goes on, or its money back, after which it can be cancelled",
      actions("in_progress", "paid", [["jazzcash", "completed"]]),
      { step: "ship", refundPaymentId: 1, cancelsAfterRefund: true },
    ],
    [
      "a cash parcel on its way may come back",
      actions("shipped", "unpaid", [["cash_on_delivery", "pending"]]),
      { step: "deliver", cancel: "came_back", cashPaymentId: 1, changesParcel: true },
    ],
    [
      "goods of a delivered one may come back",
      actions("delivered", "paid", [["jazzcash", "completed"]]),
      { refundPaymentId: 1, canReturn: true, changesParcel: true },
    ],
    [
      "a delivered one whose cash never came is written off",
      actions("delivered", "unpaid", [["cash_on_delivery", "pending"]]),
      { cancel: "write_off", cashPaymentId: 1, canReturn: true, changesParcel: true },
    ],
    [
      "goods that were paid back on their way may come back",
      actions("shipped", "refunded", [["jazzcash", "refunded"]]),
      { canReturn: true, changesParcel: true },
    ],
    ["but not again", actions("delivered", "refunded", [["jazzcash", "refunded"]], 2), { changesParcel: true }],
    [
      "a wholly refunded one goes no further",
      actions("confirmed", "refunded", [["jazzcash", "refunded"]]),
      { cancel: "cancel" },
    ],
    ["a cancelled one is over", actions("cancelled", "unpaid", [["jazzcash", "cancelled"]]), {}],
  ])("%s", (_, found, expected) => expect(found).toEqual({ ...NOTHING, ...expected }));
});

test("an order's pieces are taken, returned and lost in the order of time", () => {
  const line = {
    product_item_code: "FG001",
    product_name: "Vase",
    product_name_ur: "گلدان",
    quantity: 2,
    returned: 0,
  };
  const at = (hour: number) => `2026-11-25T0${hour}:00:00.000Z`;
  const step = (from_status: OrderState | null, to_status: OrderState, hour: number) => ({
    from_status,
    to_status,
    created_at: at(hour),
  });
  const status_history = [
    step(null, "pending", 1),
    step("pending", "cancelled", 2),
    step("cancelled", "confirmed", 3),
    step("confirmed", "shipped", 4),
    step("shipped", "cancelled", 5),
  ];
  const order = { created_at: at(1), items: [line], status_history };
  const kinds = stockMovesOf(order, [], [at(5)]).map(({ kind }) => kind);
  expect(kinds).toEqual(["taken", "returned", "taken", "lost"]);
  const back = {
    created_at: at(6),
    lines: [
      { ...line, restock: true },
      { ...line, restock: false },
    ],
  };
  const delivered = { ...order, status_history: status_history.slice(0, 1) };
  expect(stockMovesOf(delivered, [back], []).map(({ kind }) => kind)).toEqual(["taken", "returned", "lost"]);
  const ended = {
    ...order,
    items: [{ ...line, returned: 1 }],
    status_history: [step(null, "pending", 1), step("delivered", "cancelled", 7)],
  };
  const one = { created_at: at(6), lines: [{ ...line, quantity: 1, restock: true }] };
  const moves = stockMovesOf(ended, [one], [at(7)]).map(({ kind, lines }) => [kind, lines[0]?.quantity]);
  expect(moves).toEqual([
    ["taken", 2],
    ["returned", 1],
    ["lost", 1],
  ]);
});

describe("an address", () => {
  it("says what the list shows; what it says wrongly is passed over", () => {
    const good = { status: "confirmed", method: "jazzcash", from: "2026-11-01", columns: "city,total", page: "3" };
    expect(DeskQuery.parse(good)).toEqual({ ...good, columns: ["city", "total"], page: 3 });
    const bad = {
      status: "lost",
      from: "yesterday",
      columns: "x",
      page: "-1",
      queue: ["to_call", "to_call"],
      search: ["a"],
    };
    expect(DeskQuery.parse(bad)).toEqual({ page: 1 });
    expect(DeskQuery.parse({ columns: ["phone", "city", "phone"] }).columns).toEqual(["city", "phone"]);
  });
});

test("a form says amounts as people type them, and which rows were chosen with the versions that were drawn", () => {
  expect(["Rs 1,500", "1500.5", " 250 "].map((text) => typedAmount.parse(text))).toEqual(["1500", "1500.5", "250"]);
  for (const text of ["0", "-5", "a lot"]) expect(typedAmount.safeParse(text).success).toBe(false);
  expect(BulkStepsForm.parse({ step: "start", order_12: "7.1", order_x: "1", other: "1" })).toEqual({
    step: "start",
    chosen: [{ orderId: 12, ifMatch: ["7.1"] }],
  });
  expect(BulkStepsForm.safeParse({ step: "start" }).success).toBe(false);
  const shipped = { step: "ship_now", courier: "TCS", order_12: "7.1", tracking_12: " T-1 ", tracking_13: "T-2" };
  expect(BulkStepsForm.parse(shipped)).toMatchObject({
    courier: "TCS",
    chosen: [{ orderId: 12, trackingNumber: "T-1" }],
  });
  expect(BulkStepsForm.safeParse({ step: "back" }).success).toBe(true);
});
