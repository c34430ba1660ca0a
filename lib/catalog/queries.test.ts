import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { categories as shelves, products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aProduct } from "@/db/test-fixtures";
import { findCards } from "@/lib/catalog/find-cards";
import { findProduct, listProducts } from "@/lib/catalog/queries";

const { db } = testDatabase();
const page = { page: 1, page_size: 100 };

it("lists what is on sale, and nothing that was taken off", async () => {
  const shown = await aProduct(db, { name: "Shown" });
  const hidden = await aProduct(db, { name: "Hidden", isActive: false });
  const codes = (await listProducts(db, page)).rows.map((product) => product.item_code);
  expect(codes).toContain(shown.itemCode);
  expect(codes).not.toContain(hidden.itemCode);
  expect(await findProduct(db, hidden.itemCode)).toBeNull();
});

it("finds by the beginning and by a part of a word, whatever its case, and by the item code", async () => {
  const product = await aProduct(db, { name: "Carved Walnut Box" });
  for (const search of ["walnut", "WALNUT BOX", "waln", "alnut", product.itemCode.toLowerCase()]) {
    const { rows } = await listProducts(db, { ...page, search });
    expect(rows.map((row) => row.item_code)).toEqual([product.itemCode]);
  }
});

it("takes the signs of a pattern for no words", async () => {
  const product = await aProduct(db, { name: "100% cotton_sheet" });
  for (const search of ["100%", "cotton_sheet", "100% cotton"]) {
    expect((await listProducts(db, { ...page, search })).rows.map((row) => row.item_code)).toEqual([product.itemCode]);
  }
  for (const search of ["\\", "%", "_", "' & | !"]) expect((await listProducts(db, { ...page, search })).count).toBe(0);
});

it("orders by price both ways and tells how many there are beyond the page", async () => {
  await aProduct(db, { name: "Sort cheap", price: 1_00 });
  await aProduct(db, { name: "Sort dear", price: 9_00 });
  const prices = async (ordering: "unit_price" | "-unit_price") =>
    (await listProducts(db, { ...page, search: "Sort", ordering })).rows.map((row) => row.unit_price);
  expect(await prices("unit_price")).toEqual(["1.00", "9.00"]);
  expect(await prices("-unit_price")).toEqual(["9.00", "1.00"]);
  const second = await listProducts(db, { search: "Sort", page: 2, page_size: 1 });
  expect(second).toMatchObject({ count: 2, rows: [{ name: "Sort dear" }] });
  expect(await listProducts(db, { search: "Sort", page: 9, page_size: 1 })).toEqual({ count: 2, rows: [] });
});

it("has no product under a code that cannot be stored", async () => {
  expect(await findProduct(db, "FG\0")).toBeNull();
});

it("knows a product's words in both languages, its category and its picture", async () => {
  const { itemCode } = await aProduct(db, { name: "Vase" });
  expect(await findProduct(db, itemCode)).toMatchObject({
    item_code: itemCode,
    nameUr: "نیلا گلدان",
    category: "tests",
  });
  const { categories } = await findCards(db, page, { isGrouped: true });
  expect(categories).toContainEqual({ slug: "tests", name: "Tests", nameUr: "آزمائش" });
});

it("names no category in which nothing is on sale", async () => {
  const [shelf] = await db.insert(shelves).values({ slug: "off-sale", name: "Off", nameUr: "بند" }).returning();
  const { itemCode } = await aProduct(db, { isActive: false });
  await db.update(products).set({ categoryId: shelf?.id }).where(eq(products.itemCode, itemCode));
  const { categories } = await findCards(db, page, { isGrouped: true });
  expect(categories.map(({ slug }) => slug)).not.toContain("off-sale");
});
