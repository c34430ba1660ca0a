import { asc, eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { products } from "@/db/schema/catalog";
import { auditLog } from "@/db/schema/operations";
import { stockChanges } from "@/db/schema/stock";
import { testDatabase } from "@/db/test-database";
import { NOON, somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { lyingGateway, PATIENT } from "@/e2e/faults/lying-gateway";
import { moneyOf } from "@/e2e/faults/money-back";
import { findVersionedOrder } from "@/lib/orders/queries";
import { returnLines } from "@/lib/returns/return-lines";
import { ReturnLinesInput } from "@/lib/returns/schemas";
import { aDeliveredOrder } from "@/lib/returns/test-delivered";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase({ max: 20 });
const gateway = await lyingGateway(PATIENT);

afterAll(() => expectProof(db, NOON));

const back = (ctx: UserCtx, orderId: number, itemId: number, wish: object = {}) => {
  const { quantity = 1, restock = true, ...rest } = wish as { quantity?: number; restock?: boolean };
  const lines = [{ order_item_id: itemId, quantity, restock }];
  return returnLines(ctx, { ...ReturnLinesInput.parse({ lines, reason: "It came broken", ...rest }), orderId });
};

const piecesOf = async (id: number) => {
  const [row] = await db.select().from(products).where(eq(products.id, id));
  return { stock: row?.stock, sold: row?.sold };
};

const staffOf = async () => ({
  admin: await somebody(db, { role: "admin" }),
  staff: await somebody(db, { role: "staff" }),
});

describe("lines of a delivered order", () => {
  it("go back on the shelf, or are written off; staff may do that without money", async () => {
    const { staff } = await staffOf();
    const { order, product, item } = await aDeliveredOrder(db);
    const view = await back(staff, order.id, item.id);
    expect(view).toMatchObject({ order_id: order.id, refund: null, lines: [{ quantity: 1, restock: true }] });
    expect(await piecesOf(product.id)).toEqual({ stock: 9, sold: 1 });
    await back(staff, order.id, item.id, { restock: false });
    expect(await piecesOf(product.id)).toEqual({ stock: 9, sold: 0 });
    const changes = await db.select().from(stockChanges).where(eq(stockChanges.productId, product.id));
    expect(changes.slice(1)).toMatchObject([
      { kind: "lost", pieces: -1, orderId: order.id, reason: "It came broken", actor: `user:${staff.actor.userId}` },
    ]);
    const seen = await findVersionedOrder(staff, order.id);
    expect(seen?.order).toMatchObject({ status: "delivered", items: [{ quantity: 2, returned: 2 }] });
    const audit = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `order:${order.id}`))
      .orderBy(asc(auditLog.id));
    expect(audit.filter(({ action }) => action === "order.return")).toHaveLength(2);
  });

  it("bring their price back less their share of the discount, all of the goods to the paisa, and no delivery", async () => {
    const { admin } = await staffOf();
    const { order, payment, item } = await aDeliveredOrder(db, { by: "cash", discountPaisa: 10_001, delivery: 25_000 });
    const first = await back(admin, order.id, item.id, { refund: true });
    expect(first.refund).toMatchObject({ status: "completed", amount: "1450.00" });
    const second = await back(admin, order.id, item.id, { refund: true });
    expect(second.refund).toMatchObject({ status: "completed", amount: "1449.99" });
    expect((await moneyOf(db, payment)).back.map(({ amountPaisa }) => Number(amountPaisa))).toEqual([145_000, 144_999]);
    expect((await findVersionedOrder(admin, order.id))?.order).toMatchObject({
      payment_status: "partially_refunded",
      refunded_amount: "2899.99",
    });
  });

  it("send the money by the gateway in the same piece of work; a refusal of it undoes no return", async () => {
    const { admin } = await staffOf();
    const good = await aDeliveredOrder(db);
    gateway.saysOfRefunds("000");
    expect((await back(admin, good.order.id, good.item.id, { refund: true })).refund?.status).toBe("completed");
    expect(gateway.refunds(good.payment.transaction_id)).toHaveLength(1);
    const bad = await aDeliveredOrder(db);
    gateway.saysOfRefunds("455");
    expect((await back(admin, bad.order.id, bad.item.id, { refund: true })).refund?.status).toBe("failed");
    expect(await piecesOf(bad.product.id)).toEqual({ stock: 9, sold: 1 });
  });

  it("never come back more often than they were sent, nor twice in one wish", async () => {
    const { staff } = await staffOf();
    const { order, item, product } = await aDeliveredOrder(db);
    await expect(back(staff, order.id, item.id, { quantity: 3 })).rejects.toMatchObject({
      code: "return_exceeds_order",
    });
    const twice = [item.id, item.id].map((id) => ({ order_item_id: id, quantity: 1, restock: true }));
    expect(ReturnLinesInput.safeParse({ lines: twice, reason: "Broken" }).success).toBe(false);
    await expect(back(staff, order.id, item.id + 1000)).rejects.toMatchObject({ code: "invalid_input" });
    const { done, refused } = await atOnce(20, () => back(staff, order.id, item.id));
    expect([done.length, refused]).toEqual([2, Array.from({ length: 18 }, () => "return_exceeds_order")]);
    expect(await piecesOf(product.id)).toEqual({ stock: 10, sold: 0 });
  });

  it("come back once where twenty act on the same version, and their money with them", async () => {
    const { admin } = await staffOf();
    const { order, item, payment } = await aDeliveredOrder(db, { by: "cash" });
    const ifMatch = [(await findVersionedOrder(admin, order.id))?.version ?? ""];
    const lines = [{ order_item_id: item.id, quantity: 1, restock: true }];
    const wish = { ...ReturnLinesInput.parse({ lines, reason: "Broken", refund: true }), orderId: order.id, ifMatch };
    const { done, refused } = await atOnce(20, () => returnLines(admin, wish));
    expect([done.length, new Set(refused)]).toEqual([1, new Set(["order_changed"])]);
    expect((await moneyOf(db, payment)).refunds).toHaveLength(1);
  });
});

describe("it is refused", () => {
  it("to shoppers, and with money to staff: nothing is done then", async () => {
    const { staff } = await staffOf();
    const { buyer, order, item, product } = await aDeliveredOrder(db);
    await expect(back(buyer, order.id, item.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(back(staff, order.id, item.id, { refund: true })).rejects.toMatchObject({ code: "forbidden" });
    expect(await piecesOf(product.id)).toEqual({ stock: 8, sold: 2 });
  });

  it("before the order was delivered, and with more money than is left", async () => {
    const { admin } = await staffOf();
    const shipped = await aDeliveredOrder(db, { until: "shipped" });
    await expect(back(admin, shipped.order.id, shipped.item.id)).rejects.toMatchObject({ code: "not_returnable" });
    const { order, item, product } = await aDeliveredOrder(db, { by: "cash" });
    const tooMuch = back(admin, order.id, item.id, { refund: true, amount: "3000.01" });
    await expect(tooMuch).rejects.toMatchObject({ code: "refund_exceeds_payment" });
    expect(await piecesOf(product.id)).toEqual({ stock: 8, sold: 2 });
    await expect(back(admin, 999_999, item.id)).rejects.toMatchObject({ code: "order_not_found" });
  });
});
