import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { products } from "@/db/schema/catalog";
import { seedShop } from "@/db/seed/seed-shop";
import { testDatabase } from "@/db/test-database";
import { somebody } from "@/db/test-fixtures";
import { changeProduct } from "@/lib/products/change-product";
import { findManagedProduct } from "@/lib/products/queries";

const { db } = testDatabase();

test("what the merchant has changed of a product outlives every repetition of the seed", async () => {
  await seedShop(db, { demoAccounts: false });
  const admin = await somebody(db, { role: "admin" });
  for (const itemCode of ["FG001", "FG002"]) {
    const { product } = (await findManagedProduct(admin, itemCode)) ?? {};
    const seen = { price: product?.price, keywords: product?.keywords, is_active: true, name: product?.name };
    const changes = { price: "99.00", keywords: "", is_active: false, name: "Of my own" };
    await changeProduct(admin, {
      itemCode,
      changes,
      seen,
      count: { seen: product?.stock ?? 0, pieces: 1, reason: "" },
    });
    const changed = await db.select().from(products).where(eq(products.itemCode, itemCode));
    await seedShop(db, { demoAccounts: false });
    expect(await db.select().from(products).where(eq(products.itemCode, itemCode))).toEqual(changed);
  }
});
