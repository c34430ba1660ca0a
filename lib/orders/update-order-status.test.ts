import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { auditLog } from "@/db/schema/operations";
import { orderStatusHistory, orders } from "@/db/schema/orders";
import { testDatabase } from "@/db/test-database";
import { anOrder, laterOn, NOON, somebody } from "@/db/test-fixtures";
import { ORDER_STATES, type OrderState } from "@/lib/orders/model";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import type { UserCtx } from "@/lib/shared/context";
import { paisa } from "@/lib/shared/money";

const { db } = testDatabase({ max: 20 });

const step = (ctx: UserCtx, orderId: number, status: OrderState, notes = "") =>
  updateOrderStatus(ctx, { orderId, status, notes });

async function orderIn(status: OrderState, money: Partial<typeof orders.$inferInsert> = {}) {
  const { order } = await anOrder(await somebody(db));
  const cancelledBy = status === "cancelled" ? "user:1" : null;
  const completedAt = status === "delivered" ? NOON : null;
  await db
    .update(orders)
    .set({ status, cancelledBy, completedAt, ...money })
    .where(eq(orders.id, order.id));
  return order.id;
}

const traceOf = async (orderId: number) => ({
  history: await db.select().from(orderStatusHistory).where(eq(orderStatusHistory.orderId, orderId)),
  audit: await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, `order:${orderId}`)),
});

it("staff take an order from confirmed to delivered, and each step says who, when and why", async () => {
  const staff = await somebody(db, { role: "staff" });
  const id = await orderIn("confirmed");
  await step(staff, id, "in_progress");
  await step(laterOn(staff, 10), id, "shipped", "TCS 4711");
  const view = await step(laterOn(staff, 20), id, "delivered");
  expect(view).toMatchObject({ status: "delivered", completed_at: "2026-11-25T07:20:00.000Z" });
  const actor = `user:${staff.actor.userId}`;
  expect(view.status_history.slice(1)).toEqual([
    {
      from_status: "confirmed",
      to_status: "in_progress",
      actor,
      notes: "",
      created_at: "2026-11-25T07:00:00.000Z",
    },
    {
      from_status: "in_progress",
      to_status: "shipped",
      actor,
      notes: "TCS 4711",
      created_at: "2026-11-25T07:10:00.000Z",
    },
    { from_status: "shipped", to_status: "delivered", actor, notes: "", created_at: "2026-11-25T07:20:00.000Z" },
  ]);
  const { audit } = await traceOf(id);
  expect(audit.map(({ actor: who, action, details }) => [who, action, details])).toEqual([
    [actor, "order.step", { from: "confirmed", to: "in_progress" }],
    [actor, "order.step", { from: "in_progress", to: "shipped" }],
    [actor, "order.step", { from: "shipped", to: "delivered" }],
  ]);
});

const STEPS = ["confirmed in_progress", "in_progress shipped", "shipped delivered"];
const pairs = ORDER_STATES.flatMap((from) => ORDER_STATES.map((to) => [from, to] as const));

describe("one step at a time", () => {
  it.each(pairs)("from %s to %s", async (from, to) => {
    const staff = await somebody(db, { role: "admin" });
    const id = await orderIn(from);
    const before = await traceOf(id);
    if (STEPS.includes(`${from} ${to}`)) {
      expect((await step(staff, id, to)).status).toBe(to);
      return;
    }
    await expect(step(staff, id, to)).rejects.toMatchObject({ code: "invalid_transition" });
    expect(await traceOf(id)).toEqual(before);
    expect(await db.select().from(orders).where(eq(orders.id, id))).toMatchObject([{ status: from, updatedAt: NOON }]);
  });
});

it("an order whose money was wholly given back takes no step; a partly refunded one does", async () => {
  const staff = await somebody(db, { role: "staff" });
  const paidPaisa = paisa(300_000);
  const refunded = { paymentStatus: "refunded", paidPaisa, refundedPaisa: paidPaisa } as const;
  for (const [from, to] of [
    ["confirmed", "in_progress"],
    ["in_progress", "shipped"],
    ["shipped", "delivered"],
  ] as const) {
    const id = await orderIn(from, refunded);
    await expect(step(staff, id, to)).rejects.toMatchObject({ code: "invalid_transition" });
  }
  const partly = { paymentStatus: "partially_refunded", paidPaisa, refundedPaisa: paisa(1) } as const;
  expect((await step(staff, await orderIn("confirmed", partly), "in_progress")).status).toBe("in_progress");
});

it("an order that never was is not found", async () => {
  const staff = await somebody(db, { role: "staff" });
  await expect(step(staff, 999_999, "shipped")).rejects.toMatchObject({ code: "order_not_found" });
});

it("of twenty equal steps at once one is taken, and is written down once", async () => {
  const staff = await somebody(db, { role: "staff" });
  const id = await orderIn("confirmed");
  const { done, refused } = await atOnce(20, () => step(staff, id, "in_progress"));
  expect(done).toHaveLength(1);
  expect(refused).toEqual(Array.from({ length: 19 }, () => "invalid_transition"));
  const { history, audit } = await traceOf(id);
  expect([history.length, audit.length]).toEqual([2, 1]);
});
