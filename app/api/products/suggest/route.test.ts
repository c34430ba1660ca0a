import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { GET, POST } from "@/app/api/products/suggest/route";
import { categories, products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aProduct } from "@/db/test-fixtures";

const { db } = testDatabase();

const door = (query: string) => new Request(`http://localhost:3000/api/products/suggest/${query}`);
const suggest = (query: string) => GET(door(query), { params: Promise.resolve({}) });

it("suggests to anybody what a search would find first, six at most", async () => {
  const { itemCode } = await aProduct(db, { name: "Walnut tray" });
  for (let nth = 0; nth < 7; nth++) await aProduct(db, { name: `Walnut box ${nth}` });
  const { results } = await (await suggest("?q=walnut tr")).json();
  expect(results).toEqual([
    { item_code: itemCode, name: "Walnut tray", name_ur: "نیلا گلدان", unit_price: "1500.00", image_url: null },
  ]);
  expect((await (await suggest("?q=walnt")).json()).results).toHaveLength(6);
});

it("suggests the categories that the text names, two at most, by both their names", async () => {
  await aProduct(db, { name: "Brass lamp" });
  for (const place of ["one", "two", "three"]) {
    const [category] = await db
      .insert(categories)
      .values({ slug: place, name: `Lamps ${place}`, nameUr: "چراغ" })
      .returning({ id: categories.id });
    const { id } = await aProduct(db, { name: "Oil burner" });
    await db.update(products).set({ categoryId: category?.id }).where(eq(products.id, id));
  }
  const answer = await (await suggest("?q=lamps")).json();
  expect(answer.categories).toEqual([
    { slug: "one", name: "Lamps one", name_ur: "چراغ" },
    { slug: "two", name: "Lamps two", name_ur: "چراغ" },
  ]);
  expect((await (await suggest("?q=چراغ")).json()).categories).toHaveLength(2);
});

it("suggests nothing for nothing, and refuses what is no text", async () => {
  expect(await (await suggest("?q=")).json()).toEqual({ categories: [], results: [] });
  for (const query of ["", "?q=%00", `?q=${"x".repeat(101)}`, "?q=a&q=b"]) {
    expect((await suggest(query)).status, query).toBe(400);
  }
  expect((await POST(new Request(door(""), { method: "POST" }), { params: Promise.resolve({}) })).status).toBe(405);
});
