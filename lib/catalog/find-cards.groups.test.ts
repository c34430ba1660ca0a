import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/db/test-database";
import { aProduct } from "@/db/test-fixtures";
import { findCards } from "@/lib/catalog/find-cards";
import { findProduct, listProducts } from "@/lib/catalog/queries";
import type { ListProductsQuery } from "@/lib/catalog/schemas";
import { paisa } from "@/lib/shared/money";

const { db } = testDatabase();

let group = 0;
let sizes: string[] = [];

/** One thing in three sizes: small and cheap but sold out, middle, large. */
beforeEach(async () => {
  group++;
  const offers = [
    ["small", 10_000, 0],
    ["middle", 20_000, 5],
    ["large", 30_000, 5],
  ] as const;
  sizes = [];
  for (const [size, price, stock] of offers) {
    const { id, itemCode } = await aProduct(db, { name: `Jug${group} of clay, ${size}`, price, stock });
    await db.execute(sql`
      update products set group_code = ${`jug-${group}`}, option_name = ${size}, option_name_ur = ${size} where id = ${id}`);
    sizes.push(itemCode);
  }
});

const cards = async (query: Partial<ListProductsQuery>) =>
  (await findCards(db, { page: 1, page_size: 50, ...query }, { isGrouped: true })).cards;

test("one card stands for all sizes, and leads to the cheapest that can be had", async () => {
  const found = await cards({ search: `jug${group}` });
  expect(found).toMatchObject([{ item_code: sizes[1], unit_price: "200.00", isFrom: true, options: 3 }]);
});

test("who asks for one size is led to it, even where it is sold out", async () => {
  expect(await cards({ search: `jug${group} large` })).toMatchObject([
    { item_code: sizes[2], isFrom: false, options: 3 },
  ]);
  expect(await cards({ search: sizes[0] })).toMatchObject([{ item_code: sizes[0], stock: 0 }]);
});

test("a price filter leaves the sizes within it", async () => {
  const found = await cards({ search: `jug${group}`, price_from: paisa(25_000) });
  expect(found).toMatchObject([{ item_code: sizes[2], isFrom: false }]);
});

test("programs see each size for itself", async () => {
  const { count, rows } = await listProducts(db, { search: `jug${group}`, page: 1, page_size: 50 });
  expect(count).toBe(3);
  expect(rows.map((row) => row.group_code)).toEqual(Array.from({ length: 3 }, () => `jug-${group}`));
  expect(new Set(rows.map((row) => row.option_name))).toEqual(new Set(["small", "middle", "large"]));
});

test("each size's page names the others with their stock, the cheapest first, and none that was taken off", async () => {
  const product = await findProduct(db, sizes[2] ?? "");
  expect(product?.options).toMatchObject([
    { item_code: sizes[0], name: "small", stock: 0, unit_price: "100.00" },
    { item_code: sizes[1], name: "middle" },
    { item_code: sizes[2], name: "large" },
  ]);
  await db.execute(sql`update products set is_active = false where item_code = ${sizes[0] ?? ""}`);
  expect((await findProduct(db, sizes[2] ?? ""))?.options).toHaveLength(2);
  expect(await cards({ search: `jug${group}` })).toMatchObject([{ options: 2 }]);
});

test("what has no group stands alone and has no options", async () => {
  const { itemCode } = await aProduct(db, { name: "Lonely trunk" });
  expect(await cards({ search: "lonely trunk" })).toMatchObject([{ item_code: itemCode, options: 0, isFrom: false }]);
  expect((await findProduct(db, itemCode))?.options).toEqual([]);
});
