import { and, asc, eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { products } from "@/db/schema/catalog";
import { moneyMovements } from "@/db/schema/movements";
import { auditLog } from "@/db/schema/operations";
import { discountCodes } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { stockChanges } from "@/db/schema/stock";
import { testDatabase } from "@/db/test-database";
import { anAttempt, laterOn, NOON, somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { listCash } from "@/lib/cash/list-cash";
import { findDeskOrder } from "@/lib/desk/find-desk-order";
import { foldFigures } from "@/lib/figures/fold-figures";
import { findWaiting } from "@/lib/figures/find-waiting";
import { toldOf } from "@/lib/messages/test-outbox";
import { findVersionedOrder } from "@/lib/orders/queries";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { writeOffOrder } from "@/lib/orders/write-off-order";
import { recordCash } from "@/lib/payments/record-cash";
import { returnLines } from "@/lib/returns/return-lines";
import { aDeliveredOrder } from "@/lib/returns/test-delivered";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase({ max: 20 });

afterAll(() => expectProof(db, NOON));

const staffMember = () => somebody(db, { role: "staff" });
const REASON = "The courier lost the cash";

const writeOff = (ctx: UserCtx, orderId: number, wish: { restock?: boolean; ifMatch?: string[] } = {}) =>
  writeOffOrder(ctx, { orderId, reason: REASON, restock: false, ...wish });

const piecesOf = async (id: number) => {
  const [row] = await db.select().from(products).where(eq(products.id, id));
  return { stock: row?.stock, sold: row?.sold };
};

const onTheRoad = async (staff: UserCtx, orderId: number) => {
  const { rows } = await listCash(staff, { place: "on_the_road", page: 1, page_size: 100 });
  return rows.filter((row) => row.order_id === orderId).length;
};

describe("a delivered order whose cash cannot be collected", () => {
  it("ends, its goods lost; no cash of it is on the road, and no money has moved", async () => {
    const staff = await staffMember();
    const { order, product, payment } = await aDeliveredOrder(db, { by: "open cash", discountPaisa: 10_000 });
    expect(await onTheRoad(staff, order.id)).toBe(1);
    const before = (await findWaiting(staff)).cash_on_the_road.orders;

    const view = await writeOff(laterOn(staff, 60), order.id);
    expect(view).toMatchObject({ status: "cancelled", payment_status: "unpaid", paid_amount: "0.00" });
    expect(view.payments).toMatchObject([{ status: "cancelled" }]);
    expect(await onTheRoad(staff, order.id)).toBe(0);
    await foldFigures(staff);
    expect((await findWaiting(staff)).cash_on_the_road.orders).toBe(before - 1);
    const ofIt = eq(moneyMovements.paymentId, payment.payment_id);
    expect(await db.select().from(moneyMovements).where(ofIt)).toEqual([]);
    expect(await piecesOf(product.id)).toEqual({ stock: 8, sold: 0 });
    const lost = and(eq(stockChanges.productId, product.id), eq(stockChanges.kind, "lost"));
    expect(await db.select().from(stockChanges).where(lost)).toMatchObject([{ pieces: -2, reason: REASON }]);

    const seen = await findDeskOrder(staff, order.id);
    expect(seen?.stockMoves.map(({ kind }) => kind)).toEqual(["taken", "lost"]);
    expect(seen?.story.map(({ key }) => key)).toContain("writtenOff");
    expect((await toldOf(db, order)).map(({ kind }) => kind)).not.toContain("order_cancelled");
    const audit = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `order:${order.id}`))
      .orderBy(asc(auditLog.id));
    expect(audit.at(-1)).toMatchObject({
      action: "order.write_off",
      actor: `user:${staff.actor.userId}`,
      after: { status: "cancelled", restocked: false },
    });
    expect((await db.select().from(discountCodes)).every(({ uses }) => uses === 0)).toBe(true);
  });

  it("returns to the stock what did not come back before, and that once", async () => {
    const staff = await staffMember();
    const { order, product, item } = await aDeliveredOrder(db, { by: "open cash" });
    const lines = [{ order_item_id: item.id, quantity: 1, restock: false }];
    await returnLines(staff, { orderId: order.id, lines, reason: "Broken", refund: false });
    await writeOff(staff, order.id, { restock: true });
    expect(await piecesOf(product.id)).toEqual({ stock: 9, sold: 0 });
    const again = returnLines(staff, { orderId: order.id, lines, reason: "Broken", refund: false });
    await expect(again).rejects.toMatchObject({ code: "not_returnable" });
    await expect(writeOff(staff, order.id, { restock: true })).rejects.toMatchObject({ code: "order_not_cancellable" });
    expect(await piecesOf(product.id)).toEqual({ stock: 9, sold: 0 });
  });

  it("is written off once where twenty people do it, or its cash is recorded, never both", async () => {
    const [staff, { order, product, payment }] = [await staffMember(), await aDeliveredOrder(db, { by: "open cash" })];
    const { done, refused } = await atOnce<unknown>(20, (lane) =>
      lane % 5 === 4
        ? recordCash(staff, { paymentId: payment.payment_id })
        : writeOff(staff, order.id, { restock: true }),
    );
    expect(done).toHaveLength(1);
    const codes = ["order_not_cancellable", "payment_not_recordable", "order_already_paid"];
    expect(codes).toEqual(expect.arrayContaining([...new Set(refused)]));
    const [row] = await db.select().from(payments).where(eq(payments.id, payment.payment_id));
    const isOff = row?.status === "cancelled";
    expect(await piecesOf(product.id)).toEqual(isOff ? { stock: 10, sold: 0 } : { stock: 8, sold: 2 });
  });

  it("is nothing for its buyer, and only as it was seen", async () => {
    const staff = await staffMember();
    const { buyer, order } = await aDeliveredOrder(db, { by: "open cash" });
    await expect(writeOff(buyer, order.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(writeOff(staff, 999_999)).rejects.toMatchObject({ code: "order_not_found" });
    await expect(writeOff(staff, order.id, { ifMatch: ["1.1"] })).rejects.toMatchObject({ code: "order_changed" });
    const version = (await findVersionedOrder(staff, order.id))?.version ?? "";
    expect(await writeOff(staff, order.id, { ifMatch: [version] })).toMatchObject({ status: "cancelled" });
  });
});

it("nothing else is written off: not what is on its way, paid, or was never sent", async () => {
  const staff = await staffMember();
  const { order: open } = await anAttempt(await somebody(db), "cash_on_delivery");
  const { order: paid } = await aDeliveredOrder(db);
  const { order: sent } = await aDeliveredOrder(db, { by: "open cash", until: "shipped" });
  for (const { id } of [open, paid, sent]) {
    await expect(writeOff(staff, id)).rejects.toMatchObject({ code: "order_not_cancellable" });
  }
  await updateOrderStatus(staff, { orderId: sent.id, status: "delivered", notes: "" });
  expect(await writeOff(staff, sent.id)).toMatchObject({ status: "cancelled" });
});
