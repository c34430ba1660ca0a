import { count, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { cartItems } from "@/db/schema/carts";
import { categories, products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aLine, laterOn, linesOf, NOON, orderInput, somebody } from "@/db/test-fixtures";
import { addItem } from "@/lib/cart/add-item";
import { expireItems } from "@/lib/cart/expire-items";
import { findOrder } from "@/lib/orders/queries";
import { placeOrder } from "@/lib/orders/place-order";
import type { Ctx, UserCtx } from "@/lib/shared/context";
import { paisa } from "@/lib/shared/money";

const { db } = testDatabase({ max: 20 });
const DAY = 24 * 60;
const job = (ctx: UserCtx): Ctx => ({ ...ctx, actor: { kind: "system", useCase: "expire-carts" } });

/** One cart with so many lines, made in one go. */
async function aLongCart(ctx: UserCtx, lines: number) {
  const { item } = await aLine(ctx);
  const [cart] = await db.select().from(cartItems).where(eq(cartItems.id, item.id));
  const [category] = await db.select().from(categories);
  const made = await db
    .insert(products)
    .values(
      Array.from({ length: lines - 1 }, (_, at) => ({
        itemCode: `L${ctx.actor.userId}-${at}`,
        name: "Bead",
        nameUr: "موتی",
        categoryId: category?.id ?? 0,
        pricePaisa: paisa(100),
        createdAt: NOON,
        updatedAt: NOON,
      })),
    )
    .returning({ productId: products.id });
  const common = { cartId: cart?.cartId ?? 0, quantity: 1, createdAt: ctx.now, updatedAt: ctx.now };
  await db.insert(cartItems).values(made.map(({ productId }) => ({ ...common, productId })));
}

const liveLines = async () =>
  (await db.select({ lines: count() }).from(cartItems).where(eq(cartItems.isActive, true)))[0]?.lines;

describe("expiring lines", () => {
  it("ends lines that have had their hours, to the minute, and no others", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    await aLine(laterOn(ctx, 1));
    expect(await expireItems(job(laterOn(ctx, DAY - 1)))).toEqual({ expired: 0 });
    expect(await expireItems(job(laterOn(ctx, DAY)))).toEqual({ expired: 1 });
    expect(await linesOf(ctx)).toMatchObject([
      { isActive: false, endedAs: "expired", updatedAt: laterOn(ctx, DAY).now },
      { isActive: true, endedAs: null },
    ]);
    expect(await expireItems(job(laterOn(ctx, DAY + 1)))).toEqual({ expired: 1 });
    expect(await expireItems(job(laterOn(ctx, DAY + 1)))).toEqual({ expired: 0 });
  });

  it("a changed quantity does not make a line younger", async () => {
    const ctx = await somebody(db);
    const { product } = await aLine(ctx);
    await addItem(laterOn(ctx, DAY - 1), { product_item_code: product.itemCode, quantity: 1 });
    expect(await expireItems(job(laterOn(ctx, DAY)))).toEqual({ expired: 1 });
  });

  it("a dry run counts and changes nothing", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    await aLine(ctx);
    expect(await expireItems(job(laterOn(ctx, DAY)), { dryRun: true })).toEqual({ expired: 2 });
    expect(await linesOf(ctx)).toMatchObject([{ isActive: true }, { isActive: true }]);
    expect(await expireItems(job(laterOn(ctx, DAY)))).toEqual({ expired: 2 });
  });

  it("other hours than the usual can be asked for", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    const inAnHour = job(laterOn(ctx, 60));
    expect(await expireItems(inAnHour, { hours: 1.5 })).toEqual({ expired: 0 });
    expect(await expireItems(inAnHour, { hours: 1, dryRun: true })).toEqual({ expired: 1 });
    expect(await expireItems(inAnHour, { hours: 1 })).toEqual({ expired: 1 });
  });

  it("of one person leaves the others' lines alone", async () => {
    const [ctx, other] = [await somebody(db), await somebody(db)];
    await aLine(ctx);
    await aLine(other);
    expect(await expireItems(job(laterOn(ctx, DAY)), { userId: ctx.actor.userId })).toEqual({ expired: 1 });
    expect(await linesOf(other)).toMatchObject([{ isActive: true }]);
    expect(await expireItems(job(laterOn(ctx, DAY)))).toEqual({ expired: 1 });
  });

  it("never touches an order that was made from the lines", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    const order = await placeOrder(ctx, orderInput());
    expect(await expireItems(job(laterOn(ctx, 2 * DAY)))).toEqual({ expired: 0 });
    expect(await linesOf(ctx)).toMatchObject([{ endedAs: "ordered" }]);
    expect(await findOrder(ctx, order.id)).toEqual(order);
  });
});

describe("many lines and many runs", () => {
  it("a backlog of several batches ends in one run", async () => {
    const ctx = await somebody(db);
    await aLongCart(ctx, 2500);
    expect(await expireItems(job(laterOn(ctx, DAY)))).toEqual({ expired: 2500 });
    expect(await liveLines()).toBe(0);
  });

  it("twenty runs at once end each line once between them", async () => {
    const ctx = await somebody(db);
    await aLongCart(ctx, 1500);
    const { done } = await atOnce(20, () => expireItems(job(laterOn(ctx, DAY))));
    expect(done.reduce((sum, { expired }) => sum + expired, 0)).toBe(1500);
    expect(await liveLines()).toBe(0);
  });

  it("a line that somebody holds is left for the next run, not waited for", async () => {
    const ctx = await somebody(db);
    const { item } = await aLine(ctx);
    await aLine(ctx);
    await db.transaction(async (tx) => {
      await tx.select().from(cartItems).where(eq(cartItems.id, item.id)).for("update");
      expect(await expireItems(job(laterOn(ctx, DAY)))).toEqual({ expired: 1 });
    });
    expect(await expireItems(job(laterOn(ctx, DAY)))).toEqual({ expired: 1 });
  });
});
