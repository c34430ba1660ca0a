import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { auditLog } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { aProduct, somebody, stockOf } from "@/db/test-fixtures";
import { findProduct } from "@/lib/catalog/queries";
import { changeProduct } from "@/lib/products/change-product";
import { createProduct } from "@/lib/products/create-product";
import { findManagedProduct } from "@/lib/products/queries";
import { CreateProductInput } from "@/lib/products/schemas";

const { db } = testDatabase({ max: 20 });

const priced = (itemCode: string, price: string, seen = "1500.00") => ({
  itemCode,
  changes: { price },
  seen: { price: seen },
});

describe("a product is changed", () => {
  it("by an administrator, at once in the shop, with what it was before in the audit", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { id, itemCode } = await aProduct(db);
    await changeProduct(admin, priced(itemCode, "1750.00"));
    expect(await findProduct(db, itemCode)).toMatchObject({ unit_price: "1750.00" });
    const [entry] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `product:${id}`));
    expect(entry).toMatchObject({
      action: "product.change",
      before: { price: "1500.00" },
      after: { price: "1750.00" },
    });
  });

  it("by no staff and no customer, who may at most count", async () => {
    const { id, itemCode } = await aProduct(db);
    for (const role of ["staff", "customer"] as const) {
      const ctx = await somebody(db, { role });
      await expect(changeProduct(ctx, priced(itemCode, "1.00"))).rejects.toMatchObject({ code: "forbidden" });
    }
    const staff = await somebody(db, { role: "staff" });
    await changeProduct(staff, { itemCode, changes: {}, seen: {}, count: { seen: 10, pieces: 7, reason: "shelf" } });
    expect(await stockOf(db, id)).toBe(7);
  });

  it("by two people at once in two fields, both of which stand", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { itemCode } = await aProduct(db);
    await changeProduct(admin, priced(itemCode, "1600.00"));
    await changeProduct(admin, { itemCode, changes: { name: "Green Vase" }, seen: { name: "Blue Vase" } });
    expect(await findProduct(db, itemCode)).toMatchObject({ unit_price: "1600.00", name: "Green Vase" });
  });

  it("by one alone of twenty who saw the same; the others are told what it is now", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { itemCode } = await aProduct(db);
    const { done, refused } = await atOnce(20, (lane) => changeProduct(admin, priced(itemCode, `${2000 + lane}.00`)));
    expect([done.length, new Set(refused)]).toEqual([1, new Set(["changed_meanwhile"])]);
    const now = (await findManagedProduct(admin, itemCode))?.product.price;
    await expect(changeProduct(admin, priced(itemCode, "1.00"))).rejects.toMatchObject({
      extra: { changes: [{ field: "price", seen: "1500.00", now }] },
    });
  });

  it("wholly or not at all: a price is not saved with a count that does not hold", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { itemCode } = await aProduct(db);
    const both = { ...priced(itemCode, "1800.00"), count: { seen: 9, pieces: 3, reason: "" } };
    await expect(changeProduct(admin, both)).rejects.toMatchObject({ code: "changed_meanwhile" });
    expect(await findProduct(db, itemCode)).toMatchObject({ unit_price: "1500.00", stock: 10 });
  });

  it("again with the same words without another line in the audit", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { id, itemCode } = await aProduct(db);
    for (let time = 0; time < 2; time++) await changeProduct(admin, priced(itemCode, "1750.00"));
    const entries = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `product:${id}`))
      .orderBy(desc(auditLog.id));
    expect(entries).toHaveLength(1);
  });

  it("never to a category, a picture or a size that is not there", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { itemCode } = await aProduct(db);
    const wrong = [
      [{ category: "nowhere" }, { category: "tests" }, "category"],
      [{ image_url: `/uploads/${"a".repeat(64)}/640.webp` }, { image_url: "" }, "image_url"],
      [{ image_url: "https://evil.example/x.png" }, { image_url: "" }, "image_url"],
      [{ group_code: "jugs" }, { group_code: "" }, "option_name"],
    ] as const;
    for (const [changes, seen, path] of wrong) {
      await expect(changeProduct(admin, { itemCode, changes, seen })).rejects.toMatchObject({
        code: "invalid_input",
        extra: { errors: [{ path }] },
      });
    }
  });

  it("off sale and on again, its page going and coming with it", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { itemCode } = await aProduct(db);
    await changeProduct(admin, { itemCode, changes: { is_active: false }, seen: { is_active: true } });
    expect(await findProduct(db, itemCode)).toBeNull();
    await changeProduct(admin, { itemCode, changes: { is_active: true }, seen: { is_active: false } });
    expect(await findProduct(db, itemCode)).not.toBeNull();
  });
});

describe("a new product", () => {
  const input = (more: object) =>
    CreateProductInput.parse({ name: "Jug", name_ur: "صراحی", category: "tests", price: "450", stock: 7, ...more });

  it("is in the shop with its opening stock, once however often it is sent", async () => {
    const admin = await somebody(db, { role: "admin" });
    await aProduct(db);
    const made = await Promise.allSettled(
      Array.from({ length: 20 }, () => createProduct(admin, input({ item_code: "JUG-1" }))),
    );
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await findProduct(db, "JUG-1")).toMatchObject({ unit_price: "450.00", stock: 7, image_url: null });
    await expect(createProduct(await somebody(db, { role: "staff" }), input({ item_code: "J" }))).rejects.toMatchObject(
      {
        code: "forbidden",
      },
    );
  });
});
