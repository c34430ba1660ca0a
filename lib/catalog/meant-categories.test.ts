import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { categories, products } from "@/db/schema/catalog";
import { seedShop } from "@/db/seed/seed-shop";
import { testDatabase } from "@/db/test-database";
import { aProduct } from "@/db/test-fixtures";
import { findCards } from "@/lib/catalog/find-cards";

const { db } = testDatabase();
beforeAll(() => seedShop(db, { demoAccounts: false }));

const named = async (search: string) =>
  (await findCards(db, { search, page: 1, page_size: 1 }, { isGrouped: true })).meant;

test.each([
  ["sports", ["sports"]],
  ["boks", ["books"]],
  ["spi", ["food"]],
  ["book", ["books"]],
  ["food and spices", ["food"]],
  ["کھیل", ["sports"]],
  ["کتاب", ["books"]],
  ["مصالحے", ["food"]],
  ["ملبوسات اور جوتے", ["clothing"]],
])("%s names its categories", async (search, slugs) => expect(await named(search)).toEqual(slugs));

test.each(["and", "an", "اور", "کے", "FG001", "zzzzqqqq", "sports kitchen"])("none by %s", async (search) =>
  expect(await named(search)).toEqual([]),
);

test("none where nothing is on sale", async () => {
  await db.insert(categories).values({ slug: "falconry", name: "Falconry", nameUr: "شکرے بازی" });
  expect(await named("falconry")).toEqual([]);
  const { id } = await aProduct(db, { name: "Leather hood" });
  const [falconry] = await db.select().from(categories).where(eq(categories.slug, "falconry"));
  await db.update(products).set({ categoryId: falconry?.id }).where(eq(products.id, id));
  expect(await named("falconry")).toEqual(["falconry"]);
});
