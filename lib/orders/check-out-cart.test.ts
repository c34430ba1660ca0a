import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { aLine, laterOn, orderInput, somebody, stockOf } from "@/db/test-fixtures";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { checkOutCart } from "@/lib/orders/check-out-cart";
import type { PaymentMethod } from "@/lib/payments/model";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase({ max: 20 });

const checkOut = (ctx: UserCtx, payment_method: PaymentMethod = "jazzcash") =>
  checkOutCart(ctx, { ...orderInput(), locale: "en", payment_method });
const ordersOf = ({ actor }: UserCtx) => db.select().from(orders).where(eq(orders.userId, actor.userId));

describe("checking out", () => {
  it("makes the order and opens its payment", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    const { order, payment } = await checkOut(ctx);
    expect(payment).toMatchObject({ amount: order.total_amount, status: "pending", payment_method: "jazzcash" });
    expect(await ordersOf(ctx)).toMatchObject([{ id: order.id, status: "pending" }]);
  });

  it("in cash confirms the order at once", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    await checkOut(ctx, "cash_on_delivery");
    expect(await ordersOf(ctx)).toMatchObject([{ status: "confirmed", paymentStatus: "unpaid" }]);
  });
});

describe("the same form sent twice", () => {
  it("goes on with the order that the first one made", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    const first = await checkOut(ctx);
    const second = await checkOut(laterOn(ctx, 1));
    expect(second.order.id).toBe(first.order.id);
    expect(second.payment?.transaction_id).toBe(first.payment?.transaction_id);
    expect(await ordersOf(ctx)).toHaveLength(1);
  });

  it("twenty times at once is one order, one attempt, and its stock once", async () => {
    const ctx = await somebody(db);
    const { product } = await aLine(ctx, { quantity: 2 });
    const { done, refused } = await atOnce(20, () => checkOut(ctx));
    expect(refused).toEqual([]);
    expect(new Set(done.map(({ order }) => order.id)).size).toBe(1);
    const [order] = await ordersOf(ctx);
    expect(
      await db
        .select()
        .from(payments)
        .where(eq(payments.orderId, order?.id ?? 0)),
    ).toHaveLength(1);
    expect(await stockOf(db, product.id)).toBe(8);
  });
});

describe("an empty cart", () => {
  it("is refused where nothing was ordered just now", async () => {
    const ctx = await somebody(db);
    await expect(checkOut(ctx)).rejects.toMatchObject({ code: "cart_empty" });
    await aLine(ctx);
    await checkOut(ctx);
    await expect(checkOut(laterOn(ctx, 16))).rejects.toMatchObject({ code: "cart_empty" });
  });

  it("is refused where what was ordered just now is cancelled, or is another person's", async () => {
    const [ctx, staff] = [await somebody(db), await somebody(db, { role: "staff" })];
    await aLine(ctx);
    const { order } = await checkOut(ctx);
    await expect(checkOut(staff)).rejects.toMatchObject({ code: "cart_empty" });
    await cancelOrder(ctx, { orderId: order.id, reason: "", returned: false, restock: false });
    await expect(checkOut(ctx)).rejects.toMatchObject({ code: "cart_empty" });
  });
});
