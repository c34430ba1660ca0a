import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { orders } from "@/db/schema/orders";
import { testDatabase } from "@/db/test-database";
import { anOrder, NOON, somebody } from "@/db/test-fixtures";
import { orderStatistics } from "@/lib/orders/order-statistics";
import type { UserCtx } from "@/lib/shared/context";
import { paisa } from "@/lib/shared/money";

const { db } = testDatabase();

/** An order over Rs 3,000 in that state of things. */
async function orderWith(ctx: UserCtx, state: Partial<typeof orders.$inferInsert>) {
  const { order } = await anOrder(ctx);
  await db.update(orders).set(state).where(eq(orders.id, order.id));
}

it("a person without orders has spent nothing", async () => {
  expect(await orderStatistics(await somebody(db))).toEqual({
    total_orders: 0,
    pending_orders: 0,
    completed_orders: 0,
    total_spent: "0.00",
    unpaid_amount: "0.00",
  });
});

it("a buyer sees the sums of their own orders, staff those of the whole shop", async () => {
  const [buyer, other, staff] = [await somebody(db), await somebody(db), await somebody(db, { role: "staff" })];
  const paidPaisa = paisa(300_000);
  await anOrder(buyer); // owed
  await orderWith(buyer, { status: "confirmed" }); // owed in cash
  await orderWith(buyer, { status: "delivered", completedAt: NOON, paymentStatus: "paid", paidPaisa });
  await orderWith(buyer, { status: "cancelled", cancelledBy: "user:1" }); // owed by nobody
  const partly = { paymentStatus: "partially_refunded", paidPaisa, refundedPaisa: paisa(100_050) } as const;
  await orderWith(buyer, { status: "in_progress", ...partly });
  const back = { paymentStatus: "refunded", paidPaisa, refundedPaisa: paidPaisa } as const;
  await orderWith(buyer, { status: "cancelled", cancelledBy: "user:1", ...back });
  await orderWith(other, { status: "shipped", paymentStatus: "paid", paidPaisa });

  expect(await orderStatistics(buyer)).toEqual({
    total_orders: 6,
    pending_orders: 1,
    completed_orders: 1,
    total_spent: "4999.50",
    unpaid_amount: "6000.00",
  });
  expect(await orderStatistics(staff)).toEqual({
    total_orders: 7,
    pending_orders: 1,
    completed_orders: 1,
    total_spent: "7999.50",
    unpaid_amount: "6000.00",
  });
});
