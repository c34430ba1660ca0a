import { expect, it } from "vitest";
import { auditLog } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { aProduct, somebody } from "@/db/test-fixtures";
import { createCategory } from "@/lib/categories/create-category";
import { listCategories } from "@/lib/categories/queries";
import { renameCategory } from "@/lib/categories/rename-category";

const { db, inTransaction } = testDatabase();

const TOYS = { slug: "toys", name: "Toys", name_ur: "کھلونے" };

it(
  "a category is opened as the last one and renamed, its short name staying",
  inTransaction(async (tx) => {
    const admin = await somebody(tx, { role: "admin" });
    await aProduct(tx);
    await createCategory(admin, TOYS);
    await renameCategory(admin, { ...TOYS, name: "Games" });
    await renameCategory(admin, { ...TOYS, name: "Games" });
    expect(await listCategories(admin)).toEqual([
      { slug: "tests", name: "Tests", name_ur: "آزمائش", products: 1 },
      { ...TOYS, name: "Games", products: 0 },
    ]);
    const entries = await tx.select().from(auditLog);
    expect(entries.map(({ action, before, after }) => [action, before, after])).toEqual([
      ["category.create", null, { name: "Toys", name_ur: "کھلونے" }],
      ["category.rename", { name: "Toys" }, { name: "Games" }],
    ]);
    await expect(renameCategory(admin, { ...TOYS, slug: "none" })).rejects.toMatchObject({ code: "not_found" });
  }),
);

it("categories are the administrators' alone", async () => {
  const staff = await somebody(db, { role: "staff" });
  await expect(createCategory(staff, TOYS)).rejects.toMatchObject({ code: "forbidden" });
  await expect(renameCategory(staff, TOYS)).rejects.toMatchObject({ code: "forbidden" });
});
