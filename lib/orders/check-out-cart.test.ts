import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { aLine, laterOn, orderInput, somebody, stockOf } from "@/db/test-fixtures";
import { listAddresses } from "@/lib/addresses/queries";
import { saveAddress } from "@/lib/addresses/save-address";
import { aCode } from "@/lib/discounts/test-discounts";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { checkOutCart } from "@/lib/orders/check-out-cart";
import type { PaymentMethod } from "@/lib/payments/model";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase({ max: 20 });

type Form = Parameters<typeof checkOutCart>[1];

/** A form that was opened when its owner's time began. */
const aFormKey = (ctx: UserCtx) => `${ctx.now.getTime()}-${randomUUID()}`;

const checkOut = (ctx: UserCtx, payment_method: PaymentMethod = "jazzcash", more: Partial<Form> = {}) =>
  checkOutCart(ctx, { ...orderInput(), customer_phone: "03001234567", locale: "en", payment_method, ...more });
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
  it("goes on with the order that the first one made, also after a day and whatever is in it by then", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    const form_key = aFormKey(ctx);
    const first = await checkOut(ctx, "jazzcash", { form_key });
    const again = { form_key, shipping_address: "Another house", notes: "Changed" };
    const second = await checkOut(laterOn(ctx, 20 * 60), "cash_on_delivery", again);
    expect(second).toMatchObject({ order: { id: first.order.id }, isEarlier: false });
    expect(second.payment?.transaction_id).toBe(first.payment?.transaction_id);
    expect(await ordersOf(ctx)).toMatchObject([{ shippingAddress: "1 Mall Road, Lahore" }]);
  });

  it.each(["jazzcash", "cash_on_delivery"] as const)(
    "twenty times at once by %s is one order, one attempt, and its stock once",
    async (method) => {
      const ctx = await somebody(db);
      const { product } = await aLine(ctx, { quantity: 2 });
      const form_key = aFormKey(ctx);
      const { done, refused } = await atOnce(20, () => checkOut(ctx, method, { form_key }));
      expect(refused).toEqual([]);
      expect(new Set(done.map(({ order }) => order.id)).size).toBe(1);
      expect(new Set(done.map(({ payment }) => payment?.transaction_id)).size).toBe(1);
      expect(done.some(({ isEarlier }) => isEarlier)).toBe(false);
      const [order] = await ordersOf(ctx);
      expect(await db.$count(payments, eq(payments.orderId, order?.id ?? 0))).toBe(1);
      expect(await stockOf(db, product.id)).toBe(8);
    },
  );

  it("is free to be sent again after a refusal, with what was put right", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    const form_key = aFormKey(ctx);
    const refused = checkOut(ctx, "jazzcash", { form_key, expected_total: "1.00" });
    await expect(refused).rejects.toMatchObject({ code: "total_changed" });
    expect(await checkOut(ctx, "jazzcash", { form_key, expected_total: "3000.00" })).toMatchObject({
      order: { total_amount: "3000.00" },
    });
  });

  it("cannot be told of another person's order by its key", async () => {
    const [ctx, other] = [await somebody(db), await somebody(db)];
    await aLine(ctx);
    const form_key = aFormKey(ctx);
    await checkOut(ctx, "jazzcash", { form_key });
    await expect(checkOut(other, "jazzcash", { form_key })).rejects.toMatchObject({ code: "cart_empty" });
  });
});

describe("two forms of one cart", () => {
  it("the second is led to the order that the first one made, and makes none", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    const [first, second] = [aFormKey(ctx), aFormKey(ctx)];
    const { order } = await checkOut(laterOn(ctx, 1), "jazzcash", { form_key: first });
    const late = laterOn(ctx, 90);
    const led = await checkOut(late, "jazzcash", { form_key: second, shipping_address: "Elsewhere" });
    expect(led).toMatchObject({ order: { id: order.id }, payment: null, isEarlier: true });
    const third = checkOut(late, "jazzcash", { form_key: aFormKey(late) });
    await expect(third).rejects.toMatchObject({ code: "cart_empty" });
    expect(await ordersOf(ctx)).toHaveLength(1);
  });

  it("also where that order had the last use of the code that both forms carry", async () => {
    const ctx = await somebody(db);
    const [first, second] = [aFormKey(ctx), aFormKey(ctx)];
    const { code } = await aCode(db, { maxUses: 1 });
    await aLine(ctx);
    const { order } = await checkOut(laterOn(ctx, 1), "jazzcash", { form_key: first, discount_code: code });
    const led = await checkOut(laterOn(ctx, 2), "jazzcash", { form_key: second, discount_code: code });
    expect(led).toMatchObject({ order: { id: order.id }, isEarlier: true });
  });
});

describe("a payment that cannot be opened", () => {
  it("leaves the order, which is then paid from its own page", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    const form_key = aFormKey(ctx);
    await db.execute(sql`alter table payments rename to payments_away`);
    const made = await checkOut(ctx, "jazzcash", { form_key }).finally(() =>
      db.execute(sql`alter table payments_away rename to payments`),
    );
    expect(made).toMatchObject({ payment: null, isEarlier: false });
    const again = await checkOut(ctx, "jazzcash", { form_key });
    expect(again).toMatchObject({ order: { id: made.order.id }, payment: { status: "pending" } });
    expect(await ordersOf(ctx)).toHaveLength(1);
  });
});

describe("where it is brought", () => {
  it("a saved address is copied, and one that is not one's own is refused by its field", async () => {
    const [ctx, other] = [await somebody(db), await somebody(db)];
    const address = { name: "Ammi", phone: "03001234567", province: "sindh" as const, city: "Hala", area: "Bazaar" };
    const { id } = await saveAddress(ctx, { ...address, address: "House 7" });
    await aLine(ctx);
    await aLine(other);
    const refusal = { code: "invalid_input", extra: { errors: [{ path: "address_id" }] } };
    await expect(checkOut(other, "jazzcash", { address_id: id })).rejects.toMatchObject(refusal);
    const { order } = await checkOut(ctx, "jazzcash", { address_id: id, shipping_address: "", save_address: "yes" });
    expect(order).toMatchObject({ shipping_province: "sindh", shipping_city: "Hala", shipping_address: "House 7" });
    expect(await listAddresses(ctx)).toHaveLength(1);
  });

  it("a typed one is saved when that is asked for, with the province of its city", async () => {
    const ctx = await somebody(db);
    const place = { customer_name: "Ayesha", shipping_city: "لاہور", shipping_area: "Gulberg" };
    for (const save_address of [undefined, "yes", "yes"] as const) {
      await aLine(ctx);
      await checkOut(ctx, "jazzcash", { ...place, save_address });
    }
    expect(await listAddresses(ctx)).toMatchObject([{ ...named, province: "punjab", city: "لاہور" }]);
  });

  it("a guest is brought the goods all the same, and keeps no address", async () => {
    const ctx = await somebody(db);
    const guest = { ...ctx, actor: { ...ctx.actor, isGuest: true } };
    const place = { customer_name: "Ayesha", shipping_city: "Lahore", save_address: "yes" } as const;
    await aLine(ctx);
    expect((await checkOut(guest, "jazzcash", place)).payment).not.toBeNull();
    expect(await listAddresses(ctx)).toEqual([]);
  });
});

const named = { name: "Ayesha", phone: "03001234567", area: "Gulberg", address: "1 Mall Road, Lahore" };

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
