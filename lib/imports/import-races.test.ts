import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Database } from "@/db/client";
import { products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aProduct, orderInput, somebody } from "@/db/test-fixtures";
import { untilWaiting } from "@/db/test-waiting";
import { addItem } from "@/lib/cart/add-item";
import { importProducts } from "@/lib/imports/import-products";
import { stageImport } from "@/lib/imports/stage-import";
import { placeOrder } from "@/lib/orders/place-order";
import { createProduct } from "@/lib/products/create-product";
import { CreateProductInput } from "@/lib/products/schemas";

const { db } = testDatabase();

const JUG = CreateProductInput.parse({
  item_code: "JUG",
  name: "Jug",
  name_ur: "صراحی",
  category: "tests",
  price: "1",
});

/** Makes the jug that the file makes too, so that whoever imports it waits; then takes it back. */
const whileJugIsMade = (ctx: Awaited<ReturnType<typeof somebody>>, work: () => Promise<void>) =>
  db
    .transaction(async (tx: Database) => {
      await createProduct({ ...ctx, db: tx }, JUG);
      await work();
      throw new RangeError("not made after all");
    })
    .catch((thrown: unknown) => expect(thrown).toBeInstanceOf(RangeError));

it("no sale is lost to an import of stock: who buys while it goes on waits for it", async () => {
  const admin = await somebody(db, { role: "admin" });
  const buyer = await somebody(db);
  const { id, itemCode } = await aProduct(db, { stock: 100 });
  await addItem(buyer, { product_item_code: itemCode, quantity: 3 });
  const lines = ["item_code,name,name_ur,category,price,stock", `${itemCode},Blue Vase,نیلا گلدان,tests,1500,200`];
  const file = Buffer.from([...lines, "JUG,Jug,صراحی,tests,1,5"].join("\n"));
  const { plan } = await stageImport(admin, file);
  let all: Promise<unknown> = Promise.resolve();
  await whileJugIsMade(admin, async () => {
    const importing = importProducts(admin, { file, plan });
    await untilWaiting(db, 1);
    const ordering = placeOrder(buyer, orderInput());
    all = Promise.all([importing, ordering]);
    await Promise.race([untilWaiting(db, 2), ordering]);
  });
  await all;
  const [product] = await db.select().from(products).where(eq(products.id, id));
  expect([product?.stock, product?.sold]).toEqual([197, 3]);
});
