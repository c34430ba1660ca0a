import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aProduct, somebody } from "@/db/test-fixtures";
import { findImport } from "@/lib/imports/find-import";
import { importProducts } from "@/lib/imports/import-products";
import { stageImport } from "@/lib/imports/stage-import";
import { testFiles } from "@/lib/imports/test-files";

const { db } = testDatabase();
const { keep, file } = testFiles();
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
      { row: 2, item_code: itemCode, kind: "changed", changes: { name: ["Blue Vase", "Vase, blue"], stock: [10, 8] } },
      { row: 4, item_code: "NEW-1", kind: "new", changes: { price: [null, "450.00"] } },
    ]);
    expect(await rowOf(itemCode)).toMatchObject({ name: "Blue Vase", stock: 10 });
    expect(await rowOf("NEW-1")).toBeUndefined();
  });

  it("takes no code for another one whose letters are only larger or smaller", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { itemCode } = await aProduct(db);
    const small = itemCode.toLowerCase();
    const { wrong, counts } = await stageImport(
      admin,
      file(HEAD, `${small},a,b,tests,1,1`, "Z-1,a,b,tests,1,1", "z-1,a,b,tests,1,1"),
    );
    expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, wrong: 2 });
    expect(wrong).toMatchObject([
      { row: 2, item_code: small, code: "other_letters", field: "item_code", expected: itemCode },
      { row: 4, item_code: "z-1", code: "twice", field: "item_code" },
    ]);
  });

  it("names each wrong row as a spreadsheet counts, by a word and its facts", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { itemCode } = await aProduct(db);
    const { wrong, counts, rows, id } = await stageImport(
      admin,
      file(
        HEAD,
        `${itemCode},,x,tests,0,-1`,
        'W 1,"two\nlines",b,tests,1,1',
        "",
        "W2,a,b,nowhere,1,1",
        "W3,a,b,tests,1,1",
        "W3,a,b,tests,1,1",
        "W4",
        `W5,${"x".repeat(201)},b,tests,1,1`,
        "W6,a,b,tests,1.005,1",
        "W7,a,b,tests,1,many",
        "W8,a\u0007,b,tests,1,1",
      ),
    );
    expect([counts, rows.map(({ row }) => row)]).toEqual([{ new: 1, changed: 0, unchanged: 0, wrong: 9 }, [6]]);
    expect(wrong).toMatchObject([
      { row: 2, item_code: itemCode, code: "required", field: "name", message: "name is empty" },
      { row: 3, item_code: "W 1", code: "bad_code", field: "item_code", said: "W 1" },
      { row: 5, code: "no_category", field: "category", said: "nowhere", message: 'there is no category "nowhere"' },
      { row: 7, code: "twice", field: "item_code" },
      { row: 8, item_code: "W4", code: "cell_count", said: "1", expected: "6" },
      { row: 9, code: "too_long", field: "name", expected: "200" },
      { row: 10, code: "bad_price", said: "1.005", expected: "0.01 – 100000000.00" },
      { row: 11, code: "bad_stock", said: "many", expected: "0 – 1000000000" },
      { row: 12, code: "bad_letters", field: "name" },
    ]);
    const importing = importProducts(admin, { importId: id, plan: (await findImport(admin, id))?.plan?.plan ?? "" });
    await expect(importing).rejects.toMatchObject({ code: "invalid_input" });
    expect(await rowOf("W3")).toBeUndefined();
  });

  it.each([
    ["not_utf8", keep(Buffer.from([0x69, 0xff, 0xfe]))],
    ["not_utf8", keep(Buffer.from("\uFEFFitem_code\nA", "utf16le"))],
    ["unknown_column", file("item_code,colour", "A,red")],
    ["no_item_code", file("name", "A")],
    ["column_twice", file("item_code,name,name", "A,b,c")],
    ["not_csv", file("item_code,name", 'A,"b')],
    ["empty", file("")],
  ])("refuses a file as a whole: %s", async (reason, sent) => {
    const admin = await somebody(db, { role: "admin" });
    await expect(stageImport(admin, sent)).rejects.toMatchObject({ code: "invalid_input", extra: { reason } });
  });

  it("is for administrators", async () => {
    const staff = await somebody(db, { role: "staff" });
    await expect(stageImport(staff, file(HEAD))).rejects.toMatchObject({ code: "forbidden" });
    await expect(importProducts(staff, { importId: 1, plan: "" })).rejects.toMatchObject({ code: "forbidden" });
  });
});
