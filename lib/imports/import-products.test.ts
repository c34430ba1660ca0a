import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { products } from "@/db/schema/catalog";
import { auditLog } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { aProduct, somebody } from "@/db/test-fixtures";
import { openExport } from "@/lib/exports/open-export";
import { importProducts } from "@/lib/imports/import-products";
import { stageImport } from "@/lib/imports/stage-import";
import { changeProduct } from "@/lib/products/change-product";
import { listStockChanges } from "@/lib/stock/queries";

const { db } = testDatabase({ max: 20 });

const file = (...lines: string[]) => Buffer.from(lines.join("\r\n"));
const rowOf = async (itemCode: string) => (await db.select().from(products).where(eq(products.itemCode, itemCode)))[0];
const HEAD = "item_code,name,name_ur,category,price,stock";

describe("a dry run", () => {
  it("tells what is new, what changes from what to what, and what stays, and changes nothing", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { itemCode } = await aProduct(db, { name: "Blue Vase", stock: 10 });
    const { itemCode: same } = await aProduct(db, { name: "Blue Vase", stock: 10 });
    const staged = await stageImport(
      admin,
      file(
        HEAD,
        `${itemCode},"Vase, blue",نیلا گلدان,tests,1600,8`,
        `${same},Blue Vase,نیلا گلدان,tests,1500.00,10`,
        "NEW-1,Jug,صراحی,tests,450,7",
      ),
    );
    expect(staged.counts).toEqual({ new: 1, changed: 1, unchanged: 1, wrong: 0 });
    expect(staged.rows).toMatchObject([
      { line: 2, item_code: itemCode, kind: "changed", changes: { name: ["Blue Vase", "Vase, blue"], stock: [10, 8] } },
      { line: 4, item_code: "NEW-1", kind: "new", changes: { price: [null, "450.00"] } },
    ]);
    expect(await rowOf(itemCode)).toMatchObject({ name: "Blue Vase", stock: 10 });
    expect(await rowOf("NEW-1")).toBeUndefined();
  });

  it("names each wrong row with its line and reason", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { itemCode } = await aProduct(db);
    const { wrong, counts } = await stageImport(
      admin,
      file(
        HEAD,
        `${itemCode},,x,tests,0,-1`,
        "W 1,a,b,tests,1,1",
        "W2,a,b,nowhere,1,1",
        "W3,a,b,tests,1,1",
        "W3,a,b,tests,1,1",
        "W4",
      ),
    );
    expect(counts.wrong).toBe(5);
    expect(wrong.map(({ line, reason }) => `${line} ${reason.split(":")[0]}`)).toEqual([
      "2 name",
      "3 item_code",
      "4 category",
      "6 item_code",
      "7 has more or fewer cells than the head",
    ]);
  });

  it.each([
    ["not_utf8", Buffer.from([0x69, 0xff, 0xfe])],
    ["unknown_column", file("item_code,colour", "A,red")],
    ["no_item_code", file("name", "A")],
    ["column_twice", file("item_code,name,name", "A,b,c")],
    ["not_csv", file("item_code,name", 'A,"b')],
    ["empty", file("")],
  ])("refuses a file as a whole: %s", async (reason, bytes) => {
    const admin = await somebody(db, { role: "admin" });
    await expect(stageImport(admin, bytes)).rejects.toMatchObject({ code: "invalid_input", extra: { reason } });
  });

  it("is for administrators", async () => {
    const staff = await somebody(db, { role: "staff" });
    await expect(stageImport(staff, file(HEAD))).rejects.toMatchObject({ code: "forbidden" });
    await expect(importProducts(staff, { file: file(HEAD), plan: "" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("an import", () => {
  it("does what was shown, with its stock, its story and its audit, once", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { id, itemCode } = await aProduct(db, { stock: 10 });
    const bytes = file("\uFEFFitem_code;price;stock", `${itemCode};1700;6`);
    const staged = await stageImport(admin, bytes);
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

  it("does nothing where the catalogue has changed since, so that it would do something else", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { itemCode } = await aProduct(db);
    const staged = await stageImport(admin, file("item_code,price", `${itemCode},1700`, "X1,1"));
    expect(staged.counts.wrong).toBe(1);
    const good = await stageImport(admin, file("item_code,price", `${itemCode},1700`));
    await changeProduct(admin, { itemCode, changes: { price: "1650.00" }, seen: { price: "1500.00" } });
    const importing = importProducts(admin, { importId: good.id, plan: good.plan });
    await expect(importing).rejects.toMatchObject({ code: "changed_meanwhile" });
    await expect(importProducts(admin, { importId: staged.id, plan: staged.plan })).rejects.toMatchObject({
      code: "invalid_input",
      extra: { errors: [{ path: "line 3", message: "a new product needs name, name_ur, category and price" }] },
    });
    expect(await rowOf(itemCode)).toMatchObject({ pricePaisa: 165_000 });
  });

  it("of what was exported changes nothing, formulas, quotes, Urdu and all", async () => {
    const admin = await somebody(db, { role: "admin" });
    const names = ["=SUM(A1)", "'=1", "''+2", "'plain", 'a "b", c', "-5%", "@home", "＝wide", "سندھی\nاجرک"];
    for (const name of names) await aProduct(db, { name });
    await db.execute(sql`update products set description = name, keywords = name, image_url = '/products/FG001.svg'`);
    const text = await new Response(await openExport(admin, { name: "products", filters: {} })).arrayBuffer();
    expect([...new Uint8Array(text).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(text)).toContain("'=SUM(A1)");
    const { counts, rows, wrong } = await stageImport(admin, Buffer.from(text));
    expect([rows, wrong]).toEqual([[], []]);
    expect(counts.unchanged).toBeGreaterThanOrEqual(names.length);
  });

  it("takes thousands of rows, batch by batch", async () => {
    const admin = await somebody(db, { role: "admin" });
    await aProduct(db);
    const lines = Array.from({ length: 2500 }, (_, at) => `M${at},Jug ${at},صراحی,tests,450,${at}`);
    const bytes = file(HEAD, ...lines);
    const { plan, counts } = await stageImport(admin, bytes);
    expect(counts.new).toBe(2500);
    await importProducts(admin, { file: bytes, plan });
    expect((await rowOf("M2499"))?.stock).toBe(2499);
  });
});
