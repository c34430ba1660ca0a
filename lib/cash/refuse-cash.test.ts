import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { countStatements } from "@/db/count-statements";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { shopSettings } from "@/db/schema/settings";
import { testDatabase } from "@/db/test-database";
import { aLine, anOrder, orderInput, somebody } from "@/db/test-fixtures";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { checkOutCart } from "@/lib/orders/check-out-cart";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { recordCash } from "@/lib/payments/record-cash";
import { DEFAULT_SETTINGS, type ShopSettings } from "@/lib/settings/model";
import type { UserCtx } from "@/lib/shared/context";
import { paisa } from "@/lib/shared/money";

const { db, url } = testDatabase({ max: 20 });

const decide = (settings: Partial<ShopSettings>) => db.update(shopSettings).set(settings);
afterEach(() => decide(DEFAULT_SETTINGS));

/** An order of that phone, made by somebody of their own. */
async function orderOf(phone: string, ctx?: UserCtx) {
  const buyer = ctx ?? (await somebody(db));
  const { order } = await anOrder(buyer);
  await db.update(orders).set({ customerPhone: phone }).where(eq(orders.id, order.id));
  return { buyer, order };
}
type Made = Awaited<ReturnType<typeof orderOf>>;
const inCash = ({ buyer, order }: Made) =>
  initiatePayment(buyer, { order_id: order.id, payment_method: "cash_on_delivery" });

describe("an order above the limit of cash", () => {
  it("is refused, says the limit, and is as it was, free to be paid by JazzCash", async () => {
    const made = await orderOf("03001234500");
    await decide({ cashLimitPaisa: paisa(299_999) });
    await expect(inCash(made)).rejects.toMatchObject({
      code: "cash_not_possible",
      extra: { reason: "too_large", cash_limit: "2999.99", errors: [{ path: "payment_method" }] },
    });
    const of = eq(payments.orderId, made.order.id);
    expect(await db.$count(payments, of)).toBe(0);
    expect(await db.select().from(orders).where(eq(orders.id, made.order.id))).toMatchObject([{ status: "pending" }]);
    await initiatePayment(made.buyer, { order_id: made.order.id, payment_method: "jazzcash" });
    await expect(inCash(made)).rejects.toMatchObject({ code: "cash_not_possible" });
    expect(await db.select().from(payments).where(of)).toMatchObject([
      { paymentMethod: "jazzcash", status: "pending" },
    ]);
  });

  it("is taken at the limit itself", async () => {
    await decide({ cashLimitPaisa: paisa(300_000) });
    expect(await inCash(await orderOf("03001234501"))).toMatchObject({ status: "pending" });
  });
});

describe("open cash orders of one phone", () => {
  it("are counted however the phone is written, and without a phone by the account", async () => {
    await decide({ openCashPerPhone: 1 });
    await inCash(await orderOf("0300-765 4321"));
    const refusal = { code: "cash_not_possible", extra: { reason: "too_many_open" } };
    for (const phone of ["03007654321", "+92 300 7654321", "۰۳۰۰۷۶۵۴۳۲۱"]) {
      await expect(inCash(await orderOf(phone))).rejects.toMatchObject(refusal);
    }
    expect(await inCash(await orderOf("03007654322"))).toMatchObject({ status: "pending" });
    const nameless = await somebody(db);
    await inCash(await orderOf("", nameless));
    await expect(inCash(await orderOf("", nameless))).rejects.toMatchObject(refusal);
    expect(await inCash(await orderOf(""))).toMatchObject({ status: "pending" });
  });

  it("are open until their cash is recorded or they are cancelled, and the same one asked for again is one", async () => {
    await decide({ openCashPerPhone: 1 });
    const staff = await somebody(db, { role: "staff" });
    const first = await orderOf("03010000001");
    const { payment_id } = await inCash(first);
    expect(await inCash(first)).toMatchObject({ payment_id });
    await recordCash(staff, { paymentId: payment_id });
    const second = await orderOf("03010000001");
    await inCash(second);
    await cancelOrder(staff, { orderId: second.order.id, reason: "", returned: false, restock: false });
    expect(await inCash(await orderOf("03010000001"))).toMatchObject({ status: "pending" });
  });

  it("twenty at once with room for one are one", async () => {
    await decide({ openCashPerPhone: 1 });
    const made = await Promise.all(Array.from({ length: 20 }, () => orderOf("03020000002")));
    const { done, refused } = await atOnce(20, (lane) => inCash(made[lane] as Made));
    expect([done.length, new Set(refused)]).toEqual([1, new Set(["cash_not_possible"])]);
    const open = await db.select({ status: orders.status }).from(orders).where(eq(orders.customerPhone, "03020000002"));
    expect(open.filter(({ status }) => status === "confirmed")).toHaveLength(1);
  });
});

describe("the checkout", () => {
  it("makes no order where cash is refused: the cart stays, and another method takes it", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    await decide({ cashLimitPaisa: paisa(100) });
    const form = { ...orderInput(), customer_phone: "03001234567", locale: "en" } as const;
    const refused = checkOutCart(ctx, { ...form, payment_method: "cash_on_delivery" });
    await expect(refused).rejects.toMatchObject({ code: "cash_not_possible" });
    expect(await db.$count(orders, eq(orders.userId, ctx.actor.userId))).toBe(0);
    expect(await checkOutCart(ctx, { ...form, payment_method: "jazzcash" })).toMatchObject({ isEarlier: false });
  });
});

it("cash is opened with one statement more, JazzCash with none", async () => {
  const [cash, jazzcash] = [await orderOf("03001230000"), await orderOf("03001230000")];
  const sent = (method: "cash_on_delivery" | "jazzcash", { buyer, order }: Made) =>
    countStatements(url, (one) =>
      initiatePayment({ ...buyer, db: one }, { order_id: order.id, payment_method: method }),
    );
  expect(await sent("jazzcash", jazzcash)).toHaveLength(2);
  expect(await sent("cash_on_delivery", cash)).toHaveLength(6);
});
