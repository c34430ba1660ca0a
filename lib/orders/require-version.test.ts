import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { orders } from "@/db/schema/orders";
import { testDatabase } from "@/db/test-database";
import { anAttempt, laterOn, somebody, stockOf } from "@/db/test-fixtures";
import { addOrderNote } from "@/lib/desk/add-order-note";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { findVersionedOrder } from "@/lib/orders/queries";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { recordCash } from "@/lib/payments/record-cash";
import { refundPayment } from "@/lib/refunds/refund-payment";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase({ max: 20 });

async function aCashOrder() {
  const [buyer, admin] = [await somebody(db), await somebody(db, { role: "admin" })];
  return { buyer, admin, ...(await anAttempt(buyer, "cash_on_delivery")) };
}

const versionOf = async (ctx: UserCtx, id: number) => (await findVersionedOrder(ctx, id))?.version ?? "";

describe("who acts on an order as they saw it", () => {
  it("is let in while it is that still, by any of the versions that they name", async () => {
    const { admin, order } = await aCashOrder();
    const version = await versionOf(admin, order.id);
    expect(await versionOf(admin, order.id)).toBe(version);
    const ifMatch = ["1.1", version];
    const view = await updateOrderStatus(admin, { orderId: order.id, status: "in_progress", notes: "", ifMatch });
    expect(view.status).toBe("in_progress");
  });

  it("is told how it stands and what happened since, and nothing of theirs is done", async () => {
    const { admin, order, payment, product } = await aCashOrder();
    const ifMatch = [await versionOf(admin, order.id)];
    await updateOrderStatus(laterOn(admin, 1), { orderId: order.id, status: "in_progress", notes: "Aisle 4" });
    await recordCash(admin, { paymentId: payment.payment_id });
    const now = await versionOf(admin, order.id);
    const seen = { orderId: order.id, ifMatch };
    const acts = [
      updateOrderStatus(admin, { ...seen, status: "in_progress", notes: "" }),
      cancelOrder(admin, { ...seen, reason: "", returned: false, restock: false }),
      addOrderNote(admin, { ...seen, text: "Ring twice" }),
      recordCash(admin, { paymentId: payment.payment_id, ifMatch }),
      refundPayment(admin, { paymentId: payment.payment_id, reason: "Broken", ifMatch }),
    ];
    for (const act of await Promise.allSettled(acts)) {
      expect(act).toMatchObject({
        reason: {
          code: "order_changed",
          extra: {
            version: now,
            order_status: "in_progress",
            payment_status: "paid",
            status_history: [{ from_status: "confirmed", to_status: "in_progress", notes: "Aisle 4" }],
          },
        },
      });
    }
    expect(await versionOf(admin, order.id)).toBe(now);
    expect(await stockOf(db, product.id)).toBe(8);
  });

  it("and names no version, takes it as it is", async () => {
    const { admin, order } = await aCashOrder();
    await db.update(orders).set({ notes: "Ring twice" }).where(eq(orders.id, order.id));
    const view = await updateOrderStatus(admin, { orderId: order.id, status: "in_progress", notes: "" });
    expect(view.status).toBe("in_progress");
  });

  it("at the same moment as nineteen others: one is done, all others hear of it", async () => {
    const { admin, order, product } = await aCashOrder();
    const seen = { orderId: order.id, ifMatch: [await versionOf(admin, order.id)] };
    const { done, refused } = await atOnce(20, (lane) =>
      lane % 2 === 0
        ? updateOrderStatus(admin, { ...seen, status: "in_progress", notes: "" })
        : cancelOrder(admin, { ...seen, reason: "", returned: false, restock: false }),
    );
    expect(done).toHaveLength(1);
    expect(refused).toEqual(Array.from({ length: 19 }, () => "order_changed"));
    expect(await stockOf(db, product.id)).toBe(done[0]?.status === "cancelled" ? 10 : 8);
  });
});
