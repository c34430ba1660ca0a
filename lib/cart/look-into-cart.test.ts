import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { countStatements } from "@/db/count-statements";
import { products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aLine, laterOn, somebody } from "@/db/test-fixtures";
import { findSession } from "@/lib/auth/find-session";
import { openSession } from "@/lib/auth/open-session";
import { addItem } from "@/lib/cart/add-item";
import { getCart } from "@/lib/cart/get-cart";
import { lookIntoCart } from "@/lib/cart/look-into-cart";
import { putBackItem } from "@/lib/cart/put-back-item";
import { findStanding } from "@/lib/users/find-standing";
import { updateItem } from "@/lib/cart/update-item";
import { paisa } from "@/lib/shared/money";

const { db, url } = testDatabase();
const DAY = 24 * 60;

const change = (id: number, to: { pricePaisa?: ReturnType<typeof paisa>; stock?: number; isActive?: boolean }) =>
  db.update(products).set(to).where(eq(products.id, id));

describe("the price that a shopper has seen", () => {
  it("is the one of the moment of adding, and another one is shown beside it until it is agreed to", async () => {
    const ctx = await somebody(db);
    const { product, item } = await aLine(ctx, { price: 1400_00 });
    expect(item).toMatchObject({ unit_price: "1400.00", seen_unit_price: "1400.00" });
    await change(product.id, { pricePaisa: paisa(1500_00) });
    expect((await getCart(ctx)).items).toMatchObject([{ unit_price: "1500.00", seen_unit_price: "1400.00" }]);
    await updateItem(ctx, { itemId: item.id, quantity: 3 });
    expect((await getCart(ctx)).items).toMatchObject([{ quantity: 3, seen_unit_price: "1400.00" }]);
    await updateItem(ctx, { itemId: item.id, seen_unit_price: "1500.00" });
    expect((await getCart(ctx)).items).toMatchObject([{ quantity: 3, seen_unit_price: "1500.00" }]);
  });

  it("agreeing to a price that is over by then is asked about again", async () => {
    const ctx = await somebody(db);
    const { product, item } = await aLine(ctx, { price: 1400_00 });
    await change(product.id, { pricePaisa: paisa(1600_00) });
    const agreed = await updateItem(ctx, { itemId: item.id, seen_unit_price: "1500.00" });
    expect(agreed).toMatchObject({ unit_price: "1600.00", seen_unit_price: "1500.00" });
  });

  it("is today's where more is added or the line is put back", async () => {
    const ctx = await somebody(db);
    const { product, item } = await aLine(ctx, { price: 1400_00 });
    await change(product.id, { pricePaisa: paisa(1500_00) });
    await addItem(ctx, { product_item_code: product.itemCode, quantity: 1 });
    expect((await getCart(ctx)).items).toMatchObject([{ seen_unit_price: "1500.00" }]);
    const tomorrow = laterOn(ctx, DAY);
    await change(product.id, { pricePaisa: paisa(1600_00) });
    expect((await lookIntoCart(tomorrow)).expired_items).toMatchObject([
      { seen_unit_price: "1500.00", unit_price: "1600.00" },
    ]);
    expect(await putBackItem(tomorrow, { itemId: item.id })).toMatchObject({ seen_unit_price: "1600.00" });
  });
});

describe("what is left", () => {
  it("is said with every line, and is nothing where a product is not sold any more", async () => {
    const ctx = await somebody(db);
    const { product, item } = await aLine(ctx, { quantity: 4, stock: 10 });
    expect(item.available).toBe(10);
    await change(product.id, { stock: 3 });
    expect((await getCart(ctx)).items).toMatchObject([{ quantity: 4, available: 3 }]);
    expect(await updateItem(ctx, { itemId: item.id, quantity: 3 })).toMatchObject({ quantity: 3, available: 3 });
    await change(product.id, { isActive: false });
    expect((await getCart(ctx)).items).toMatchObject([{ available: 0 }]);
  });

  it("of an expired line can be put back where it is fewer than there were", async () => {
    const ctx = await somebody(db);
    const { product, item } = await aLine(ctx, { quantity: 4, stock: 10 });
    const tomorrow = laterOn(ctx, DAY);
    await change(product.id, { stock: 3 });
    expect((await lookIntoCart(tomorrow)).expired_items).toMatchObject([{ quantity: 4, available: 3 }]);
    await expect(putBackItem(tomorrow, { itemId: item.id })).rejects.toMatchObject({ extra: { available: 3 } });
    expect(await putBackItem(tomorrow, { itemId: item.id, quantity: 3 })).toMatchObject({ quantity: 3 });
    expect((await lookIntoCart(tomorrow)).expired_items).toEqual([]);
  });
});

it("the cart's page sends four statements, the session and the head's count among them", async () => {
  const ctx = await somebody(db);
  await aLine(ctx);
  const sessionId = await openSession(db, ctx.actor.userId, ctx.now);
  const sent = await countStatements(url, async (counted) => {
    await findSession(counted, sessionId, ctx.now);
    await findStanding({ ...ctx, db: counted });
    await lookIntoCart({ ...ctx, db: counted });
  });
  expect(sent).toHaveLength(4);
});
