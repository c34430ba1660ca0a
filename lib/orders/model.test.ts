import { describe, expect, it } from "vitest";
import {
  nextOrderState,
  ORDER_EVENTS,
  ORDER_STATES,
  type OrderEvent,
  type OrderState,
  priceOrder,
  STEP_TO,
} from "@/lib/orders/model";
import { paisa } from "@/lib/shared/money";

const TABLE: Record<OrderState, Record<OrderEvent, OrderState | null>> = {
  pending: {
    paid: "confirmed",
    cash_chosen: "confirmed",
    cash_left: null,
    started: null,
    shipped: null,
    delivered: null,
    cancelled: "cancelled",
    came_back: null,
    written_off: null,
    reinstated: null,
  },
  confirmed: {
    paid: null,
    cash_chosen: null,
    cash_left: "pending",
    started: "in_progress",
    shipped: null,
    delivered: null,
    cancelled: "cancelled",
    came_back: null,
    written_off: null,
    reinstated: null,
  },
  in_progress: {
    paid: null,
    cash_chosen: null,
    cash_left: null,
    started: null,
    shipped: "shipped",
    delivered: null,
    cancelled: "cancelled",
    came_back: null,
    written_off: null,
    reinstated: null,
  },
  shipped: {
    paid: null,
    cash_chosen: null,
    cash_left: null,
    started: null,
    shipped: null,
    delivered: "delivered",
    cancelled: null,
    came_back: "cancelled",
    written_off: null,
    reinstated: null,
  },
  delivered: {
    paid: null,
    cash_chosen: null,
    cash_left: null,
    started: null,
    shipped: null,
    delivered: null,
    cancelled: null,
    came_back: null,
    written_off: "cancelled",
    reinstated: null,
  },
  cancelled: {
    paid: null,
    cash_chosen: null,
    cash_left: null,
    started: null,
    shipped: null,
    delivered: null,
    cancelled: null,
    came_back: null,
    written_off: null,
    reinstated: "confirmed",
  },
};

describe("what one event does to one order", () => {
  const cells = ORDER_STATES.flatMap((from) => ORDER_EVENTS.map((event) => [from, event, TABLE[from][event]] as const));
  it.each(cells)("%s, %s: %s", (from, event, to) => {
    expect(nextOrderState(from, event)).toBe(to);
  });
});

it("there is no event beside the table's", () => {
  for (const state of ORDER_STATES) expect(Object.keys(TABLE[state])).toEqual(ORDER_EVENTS);
});

it("a step of the staff leads to the state that it is asked for by", () => {
  const steps = Object.entries(STEP_TO).map(([to, event]) =>
    ORDER_STATES.map((from) => [nextOrderState(from, event), to]),
  );
  expect(steps.map((step) => step.filter(([state]) => state))).toEqual([
    [["in_progress", "in_progress"]],
    [["shipped", "shipped"]],
    [["delivered", "delivered"]],
  ]);
});

describe("what an order costs", () => {
  const lines = [
    { unitPrice: paisa(150_000), quantity: 2 },
    { unitPrice: paisa(35), quantity: 3 },
  ];
  const charge = paisa(200_00);

  it("is the sum of its lines where the city has no charge", () => {
    expect(priceOrder(lines, null)).toEqual({ items: 300_105, delivery: 0, discount: 0, total: 300_105 });
  });

  it("has the city's charge on top", () => {
    expect(priceOrder(lines, { charge, freeFrom: null })).toMatchObject({ delivery: 20_000, total: 320_105 });
  });

  it.each([
    [300_104, 0],
    [300_105, 0],
    [300_106, 20_000],
    [0, 0],
  ])("with delivery free from %i paisa the charge is %i", (freeFrom, delivery) => {
    expect(priceOrder(lines, { charge, freeFrom: paisa(freeFrom) }).delivery).toBe(delivery);
  });

  it("is delivered free by what the goods cost before a code takes something off", () => {
    const tenth = { percent: 10, amountPaisa: null };
    expect(priceOrder(lines, { charge, freeFrom: paisa(300_105) }, tenth)).toMatchObject({
      delivery: 0,
      discount: 30_010,
      total: 270_095,
    });
  });

  it("stays exact for the largest cart that there can be of one product", () => {
    const dearest = [{ unitPrice: paisa(10_000_000_000), quantity: 1000 }];
    expect(priceOrder(dearest, null).total).toBe(10_000_000_000_000);
  });
});
