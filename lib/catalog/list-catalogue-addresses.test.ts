import { expect, it } from "vitest";
import { categories } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aProduct } from "@/db/test-fixtures";
import { listCatalogueAddresses } from "@/lib/catalog/list-catalogue-addresses";

const { db } = testDatabase();

it("lists the categories and what is on sale, and nothing that was taken off", async () => {
  const shown = await aProduct(db, { name: "Shown" });
  await db.insert(categories).values({ slug: "empty", name: "E", nameUr: "ا" });
  const hidden = await aProduct(db, { name: "Hidden", isActive: false });
  const addresses = await listCatalogueAddresses(db);
  expect(addresses).toContainEqual({
    kind: "product",
    name: shown.itemCode,
    changedAt: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
  expect(addresses.map(({ name }) => name)).not.toContain(hidden.itemCode);
  expect(addresses.map(({ name }) => name)).not.toContain("empty");
  expect(addresses.filter(({ kind }) => kind === "category").length).toBeGreaterThan(0);
});
