import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { payments } from "@/db/schema/payments";
import { shopSettings } from "@/db/schema/settings";
import { testDatabase } from "@/db/test-database";
import { aLine, anAttempt, aProduct, gateway, laterOn, NOON, somebody } from "@/db/test-fixtures";
import { notified } from "@/db/test-notices";
import { sumCash } from "@/lib/cash/list-cash";
import { findWaiting } from "@/lib/figures/find-waiting";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { recordCash } from "@/lib/payments/record-cash";
import { listUnsettled } from "@/lib/settlements/list-unsettled";
import { updateOrderStatus } from "@/lib/orders/update-order-status";

const { inTransaction } = testDatabase();
const DAY = 24 * 60;

it(
  "cash is on the road from the moment when its order is shipped until it is recorded, and with the courier until it is paid out",
  inTransaction(async (tx) => {
    const [buyer, staff] = [await somebody(tx), await somebody(tx, { role: "staff" })];
    const { order, payment } = await anAttempt(buyer, "cash_on_delivery");
    await anAttempt(buyer, "cash_on_delivery");
    const none = { orders: 0, amount: "0.00", oldest_shipped_at: null };
    await updateOrderStatus(staff, { orderId: order.id, status: "in_progress", notes: "" });
    expect((await findWaiting(staff)).cash_on_the_road).toEqual(none);
    const shipped = laterOn(staff, 10);
    await updateOrderStatus(shipped, { orderId: order.id, status: "shipped", notes: "" });
    const road = { orders: 1, amount: "3000.00", oldest_shipped_at: shipped.now.toISOString() };
    expect((await findWaiting(staff)).cash_on_the_road).toEqual(road);
    await updateOrderStatus(laterOn(staff, 20), { orderId: order.id, status: "delivered", notes: "" });
    expect((await findWaiting(staff)).cash_on_the_road).toEqual(road);

    await recordCash(staff, { paymentId: payment.payment_id });
    const found = await findWaiting(staff);
    expect(await sumCash(staff)).toMatchObject([
      { on_the_road: { orders: 0 }, collected: { orders: 1, amount: "3000.00" } },
    ]);
    expect(found.cash_on_the_road).toEqual(none);
    expect(found.cash_collected).toEqual({ orders: 1, amount: "3000.00", oldest_day: "2026-11-25" });
    await tx.update(payments).set({ settledAt: NOON }).where(eq(payments.id, payment.payment_id));
    expect((await findWaiting(staff)).cash_collected).toEqual({ orders: 0, amount: "0.00", oldest_day: null });
  }),
);

it(
  "a cart is told that ends within the hour, not one that has ended or has time",
  inTransaction(async (tx) => {
    const buyer = await somebody(tx);
    await aLine(buyer, { quantity: 3 });
    await aLine(await somebody(tx));
    await aLine(buyer);
    const at = async (minutes: number) => (await findWaiting(laterOn(buyer, minutes))).carts_expiring;
    expect(await at(DAY - 61)).toEqual({ carts: 0, lines: 0, amount: "0.00" });
    expect(await at(DAY - 60)).toEqual({ carts: 2, lines: 3, amount: "10500.00" });
    expect(await at(DAY)).toEqual({ carts: 0, lines: 0, amount: "0.00" });
  }),
);

it(
  "money of JazzCash counts as unsettled after the merchant's days, until a file has it",
  inTransaction(async (tx) => {
    const staff = await somebody(tx, { role: "staff" });
    const { payment } = await anAttempt(await somebody(tx));
    await receiveNotice(gateway(tx), notified(payment), "callback");
    const admin = await somebody(tx, { role: "admin" });
    const at = async (minutes: number) => {
      const { unsettled } = await findWaiting(laterOn(staff, minutes));
      const { count } = await listUnsettled(laterOn(admin, minutes), { source: "gateway", page: 1, page_size: 1 });
      expect(unsettled.payments).toBe(count);
      return unsettled;
    };
    expect(await at(5 * DAY)).toEqual({ payments: 0, amount: "0.00", after_days: 5 });
    for (const minutes of [5 * DAY + 1, 6 * DAY, 60 * DAY]) {
      expect(await at(minutes)).toEqual({ payments: 1, amount: "3000.00", after_days: 5 });
    }
    await tx.update(shopSettings).set({ unsettledAfterDays: 9 });
    expect(await at(9 * DAY)).toEqual({ payments: 0, amount: "0.00", after_days: 9 });
    await tx.update(payments).set({ settledAt: NOON }).where(eq(payments.id, payment.payment_id));
    for (const minutes of [9 * DAY + 1, 60 * DAY]) {
      expect(await at(minutes)).toEqual({ payments: 0, amount: "0.00", after_days: 9 });
    }
  }),
);

it(
  "what runs out is told, the least of it first, by the merchant's own limit",
  inTransaction(async (tx) => {
    const staff = await somebody(tx, { role: "staff" });
    const [few, none] = [await aProduct(tx, { stock: 4 }), await aProduct(tx, { stock: 0 })];
    await aProduct(tx, { stock: 5 });
    await aProduct(tx, { stock: 0, isActive: false });
    const { low_stock } = await findWaiting(staff);
    expect(low_stock).toMatchObject({ below: 5, count: 2 });
    expect(low_stock.products.map(({ item_code, stock }) => [item_code, stock])).toEqual([
      [none.itemCode, 0],
      [few.itemCode, 4],
    ]);
    await tx.update(shopSettings).set({ lowStockBelow: 0 });
    expect((await findWaiting(staff)).low_stock).toEqual({ below: 0, count: 0, products: [] });
  }),
);
