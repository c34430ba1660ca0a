import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import type { Database } from "@/db/client";
import { products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aProduct, orderInput, somebody } from "@/db/test-fixtures";
import { untilWaiting } from "@/db/test-waiting";
import { addItem } from "@/lib/cart/add-item";
import { importProducts } from "@/lib/imports/import-products";
import { stageImport } from "@/lib/imports/stage-import";
import { testFiles } from "@/lib/imports/test-files";
import { placeOrder } from "@/lib/orders/place-order";
import { createProduct } from "@/lib/products/create-product";
import { CreateProductInput } from "@/lib/products/schemas";
import { lockProduct } from "@/lib/stock/lock-product";

const { db } = testDatabase();
const { file } = testFiles();

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
  const { id: importId, plan } = await stageImport(admin, file(...lines, "JUG,Jug,صراحی,tests,1,5"));
  let all: Promise<unknown> = Promise.resolve();
  await whileJugIsMade(admin, async () => {
    const importing = importProducts(admin, { importId, plan });
    await untilWaiting(db, 1);
    const ordering = placeOrder(buyer, orderInput());
    all = Promise.all([importing, ordering]);
    await Promise.race([untilWaiting(db, 2), ordering]);
  });
  await all;
  const [product] = await db.select().from(products).where(eq(products.id, id));
  expect([product?.stock, product?.sold]).toEqual([197, 3]);
});

it("files that name the same products in another order wait for each other, and the second is told what changed", async () => {
  const admin = await somebody(db, { role: "admin" });
  const codes: string[] = [];
  for (let n = 0; n < 60; n++) codes.push((await aProduct(db, { stock: 10 })).itemCode);
  for (let round = 0; round < 2; round++) {
    const staged = await Promise.all(
      [codes, codes.toReversed()].map((order, lane) =>
        stageImport(admin, file("item_code,price", ...order.map((code) => `${code},${2000 + round * 2 + lane}`))),
      ),
    );
    const { done, refused } = await whileLocked(codes[30] ?? "", () =>
      atOnce(2, (lane) => {
        const { id = 0, plan = "" } = staged[lane] ?? {};
        return importProducts(admin, { importId: id, plan });
      }),
    );
    expect([done.length, refused]).toEqual([1, ["changed_meanwhile"]]);
  }
});

/** Holds one product until two others wait, so that both are in the middle of their locks. */
async function whileLocked<T>(itemCode: string, work: () => Promise<T>): Promise<T> {
  let working: Promise<T> | undefined;
  await db.transaction(async (tx) => {
    await lockProduct(tx, itemCode);
    working = work();
    await untilWaiting(db, 2);
  });
  if (!working) throw new Error("nothing was done");
  return working;
}
