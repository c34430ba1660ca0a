import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { categories, products } from "@/db/schema/catalog";
import { productImportRows } from "@/db/schema/imports";
import { auditLog } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { aProduct, somebody } from "@/db/test-fixtures";
import { openExport } from "@/lib/exports/open-export";
import { findImport } from "@/lib/imports/find-import";
import { importProducts } from "@/lib/imports/import-products";
import { stageImport } from "@/lib/imports/stage-import";
import { sweepImports } from "@/lib/imports/sweep-imports";
import { testFiles } from "@/lib/imports/test-files";
import { changeProduct } from "@/lib/products/change-product";
import { createProduct } from "@/lib/products/create-product";
import { CreateProductInput } from "@/lib/products/schemas";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import { listStockChanges } from "@/lib/stock/queries";

const { db } = testDatabase({ max: 20 });

const { keep, file } = testFiles();
const rowOf = async (itemCode: string) => (await db.select().from(products).where(eq(products.itemCode, itemCode)))[0];
const JUG = { name: "Jug", name_ur: "صراحی", category: "tests", price: "5" };
const HEAD = "item_code,name,name_ur,category,price,stock";

describe("an import", () => {
  it("does what was shown, with its stock, its story and its audit, once", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { id, itemCode } = await aProduct(db, { stock: 10 });
    const staged = await stageImport(admin, file("\uFEFFitem_code;price;stock", `${itemCode};1700;6`));
    const importing = () => importProducts(admin, { importId: staged.id, plan: staged.plan });
    const { done, refused } = await atOnce(20, importing);
    expect([done.length, new Set(refused)]).toEqual([1, new Set(["not_found"])]);
    expect(await rowOf(itemCode)).toMatchObject({ name: "Blue Vase", pricePaisa: 170_000, stock: 6 });
    expect((await listStockChanges(admin, id))[0]).toMatchObject({ kind: "imported", pieces: -4, stock_after: 6 });
    const [entry] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `product:${id}`));
    expect(entry).toMatchObject({ before: { price: "1500.00", stock: 10 }, after: { price: "1700.00", stock: 6 } });
  });

  it("does nothing where the catalogue has changed since, and tells what", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { itemCode } = await aProduct(db, { stock: 10 });
    const { itemCode: same } = await aProduct(db, { stock: 10 });
    const sent = file(
      HEAD,
      `${itemCode},Blue Vase,نیلا گلدان,tests,1700,10`,
      `${same},Blue Vase,نیلا گلدان,tests,1500,10`,
      "SOON,A,ا,tests,5,1",
    );
    const { id, plan } = await stageImport(admin, sent);
    await changeProduct(admin, { itemCode, changes: { price: "1650.00" }, seen: { price: "1500.00" } });
    await db.update(products).set({ stock: 9 }).where(eq(products.itemCode, same));
    await createProduct(admin, CreateProductInput.parse({ ...JUG, item_code: "SOON" }));
    for (const asked of [
      { importId: id, plan },
      { fileHash: sent.hash, plan },
    ]) {
      await expect(importProducts(admin, asked)).rejects.toMatchObject({
        code: "changed_meanwhile",
        extra: {
          changes: [
            { row: 2, item_code: itemCode, field: "price", seen: "1500.00", now: "1650.00" },
            { row: 3, item_code: same, field: "stock", seen: "10", now: "9" },
            { row: 4, item_code: "SOON", field: "item_code", seen: "", now: "SOON" },
          ],
        },
      });
    }
    expect(await rowOf(itemCode)).toMatchObject({ pricePaisa: 165_000 });
    expect(await rowOf(same)).toMatchObject({ stock: 9 });
  });

  it("does nothing where what it needs is gone by now", async () => {
    const admin = await somebody(db, { role: "admin" });
    await db.insert(categories).values({ slug: "fleeting", name: "F", nameUr: "ف" });
    const { id, plan } = await stageImport(admin, file(HEAD, "FLEET,A,ا,fleeting,5,1"));
    await db.delete(categories).where(eq(categories.slug, "fleeting"));
    await expect(importProducts(admin, { importId: id, plan })).rejects.toMatchObject({
      code: "invalid_input",
      extra: { errors: [{ path: "row 2", message: 'there is no category "fleeting"' }] },
    });
    expect(await rowOf("FLEET")).toBeUndefined();
  });

  it("is of a file and plan that were shown, and not older than a day", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { itemCode } = await aProduct(db);
    const sent = file("item_code,price", `${itemCode},1700`);
    const { id, plan } = await stageImport(admin, sent);
    const other = { fileHash: file("item_code,price", `${itemCode},1701`).hash, plan };
    await expect(importProducts(admin, other)).rejects.toMatchObject({ code: "changed_meanwhile" });
    await expect(importProducts(admin, { importId: id, plan: "other" })).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    const nextDay = { ...admin, now: minutesAfter(admin.now, 24 * 60) };
    await expect(importProducts(nextDay, { importId: id, plan })).rejects.toMatchObject({ code: "not_found" });
    await sweepImports({ db, now: minutesAfter(admin.now, 24 * 60 - 1) });
    expect((await findImport(admin, id))?.plan?.plan).toBe(plan);
    await sweepImports(nextDay);
    expect(await findImport(admin, id)).toEqual({ importedAt: null, plan: null });
    expect(await db.select().from(productImportRows).where(eq(productImportRows.importId, id))).toEqual([]);
    expect(await rowOf(itemCode)).toMatchObject({ pricePaisa: 150_000 });
  });

  it("of what was exported changes nothing, formulas, quotes, Urdu and all", async () => {
    const admin = await somebody(db, { role: "admin" });
    const names = ["=SUM(A1)", "'=1", "''+2", "'plain", 'a "b", c', "-5%", "@home", "＝wide", "سندھی\nاجرک"];
    for (const name of names) await aProduct(db, { name });
    await db.execute(sql`update products set description = name, keywords = name, image_url = '/products/FG001.svg'`);
    const text = await new Response(await openExport(admin, { name: "products", filters: {} })).arrayBuffer();
    expect([...new Uint8Array(text).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(text)).toContain("'=SUM(A1)");
    const { counts, rows, wrong } = await stageImport(admin, keep(new Uint8Array(text)));
    expect([rows, wrong]).toEqual([[], []]);
    expect(counts.unchanged).toBeGreaterThanOrEqual(names.length);
  });

  it("takes thousands of rows, batch by batch", async () => {
    const admin = await somebody(db, { role: "admin" });
    await aProduct(db);
    const lines = Array.from({ length: 2500 }, (_, at) => `M${at},Jug ${at},صراحی,tests,450,${at}`);
    const { id, plan, counts, rows } = await stageImport(admin, file(HEAD, ...lines));
    expect([counts.new, rows.length]).toEqual([2500, 200]);
    await importProducts(admin, { importId: id, plan });
    expect((await rowOf("M2499"))?.stock).toBe(2499);
  });
});
