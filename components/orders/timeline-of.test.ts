import { expect, test } from "vitest";
import { timelineOf } from "@/components/orders/timeline-of";
import type { OrderState } from "@/lib/orders/model";
import type { PaymentView } from "@/lib/payments/schemas";
import type { ToldRefund } from "@/lib/refunds/list-refunds";

const at = (minute: number): string => `2026-11-25T07:${String(minute).padStart(2, "0")}:00.000Z`;

const change = (from: OrderState | null, to: OrderState, minute: number, actor = "gateway", notes = "") => ({
  from_status: from,
  to_status: to,
  actor,
  notes,
  created_at: at(minute),
});
const ORDERED = change(null, "pending", 0, "user:7");

const payment = (status: PaymentView["status"], minute: number | null): PaymentView => ({
  id: 1,
  order_id: 1,
  transaction_id: "T1",
  payment_method: "jazzcash",
  amount: "1500.00",
  refunded_amount: "0.00",
  status,
  response_code: null,
  response_message: null,
  gateway_reference: null,
  created_at: at(1),
  updated_at: at(1),
  completed_at: minute === null ? null : at(minute),
  expires_at: at(59),
});

const refund = (status: ToldRefund["status"], minute: number): ToldRefund => ({
  id: 1,
  payment_id: 1,
  amount: "1500.00",
  reason: "",
  status,
  gateway_code: null,
  created_at: at(minute),
  completed_at: status === "completed" ? at(minute) : null,
});

const told = (order: Parameters<typeof timelineOf>[0]) =>
  timelineOf(order).map((step) => (step.isDone ? `${step.kind} ${step.at.slice(14, 16)}` : `(${step.kind})`));

test("an order that is just placed has all before it", () => {
  const order = { status: "pending", payment_status: "unpaid", status_history: [ORDERED], payments: [] } as const;
  expect(told(order)).toEqual(["ordered 00", "(pay)", "(in_progress)", "(shipped)", "(delivered)"]);
});

test("a payment tells by itself that the order is confirmed, and a failed one tells nothing", () => {
  const status_history = [ORDERED, change("pending", "confirmed", 5), change("confirmed", "in_progress", 9, "user:1")];
  const payments = [payment("failed", null), payment("completed", 5)];
  expect(told({ status: "in_progress", payment_status: "paid", status_history, payments })).toEqual([
    "ordered 00",
    "paid 05",
    "in_progress 09",
    "(shipped)",
    "(delivered)",
  ]);
});

test("cash is chosen, left again, and paid at the door", () => {
  const status_history = [
    ORDERED,
    change("pending", "confirmed", 1, "user:7"),
    change("confirmed", "pending", 2, "user:7"),
    change("pending", "confirmed", 3, "user:7"),
    change("confirmed", "in_progress", 4),
    change("in_progress", "shipped", 5),
    change("shipped", "delivered", 6),
  ];
  const payments = [payment("cancelled", null), payment("completed", 7)];
  expect(told({ status: "delivered", payment_status: "paid", status_history, payments })).toEqual([
    "ordered 00",
    "cash 01",
    "unpaid_again 02",
    "cash 03",
    "in_progress 04",
    "shipped 05",
    "delivered 06",
    "paid 07",
  ]);
});

test.each([
  ["user:7", "cancelled_by_you 03"],
  ["user:1", "cancelled 03"],
  ["system:reconcile", "cancelled_late 03"],
])("cancelled by %s it says so", (actor, words) => {
  const status_history = [ORDERED, change("pending", "cancelled", 3, actor)];
  expect(told({ status: "cancelled", payment_status: "unpaid", status_history, payments: [] })).toEqual([
    "ordered 00",
    words,
  ]);
});

test("money for a cancelled order is owed until it is on its way, and then told when it is back", () => {
  const status_history = [ORDERED, change("pending", "cancelled", 3, "user:7", "too slow")];
  const order = {
    status: "cancelled",
    payment_status: "paid",
    status_history,
    payments: [payment("completed", 4)],
  } as const;
  const before = ["ordered 00", "cancelled_by_you 03", "paid 04"];
  expect(told(order)).toEqual([...before, "(give_back)"]);
  expect(told({ ...order, refunds: [refund("failed", 5)] })).toEqual([...before, "(give_back)"]);
  expect(told({ ...order, refunds: [refund("processing", 5)] })).toEqual([...before, "refund_sent 05"]);
  const back = { ...order, payment_status: "refunded", refunds: [refund("completed", 6)] } as const;
  expect(told(back)).toEqual([...before, "refunded 06"]);
  expect(timelineOf(order)[1]).toMatchObject({ said: "too slow" });
});

test("an order that the clock closed and a late payment opened again goes on", () => {
  const status_history = [
    ORDERED,
    change("pending", "cancelled", 3, "system:reconcile"),
    change("cancelled", "confirmed", 8),
  ];
  expect(
    told({ status: "confirmed", payment_status: "paid", status_history, payments: [payment("completed", 8)] }),
  ).toEqual([
    "ordered 00",
    "cancelled_late 03",
    "paid 08",
    "reinstated 08",
    "(in_progress)",
    "(shipped)",
    "(delivered)",
  ]);
});

test("whoever only tracks an order is told no payment, and nothing of who did what", () => {
  const status_history = [
    { from_status: null, to_status: "pending", created_at: at(0) },
    { from_status: "pending", to_status: "confirmed", created_at: at(5) },
  ] as const;
  expect(told({ status: "confirmed", payment_status: "paid", status_history })).toEqual([
    "ordered 00",
    "confirmed 05",
    "(in_progress)",
    "(shipped)",
    "(delivered)",
  ]);
});
