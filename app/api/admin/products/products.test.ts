import { beforeAll, describe, expect, test } from "vitest";
import { ask, doorAt, type Method, signedIn } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";
import { aProduct } from "@/db/test-fixtures";

const { db } = testDatabase();

type Person = Awaited<ReturnType<typeof signedIn>>;
let [admin, staff, shopper]: Partial<Record<number, Person>> & Person[] = [];
beforeAll(async () => {
  [admin, staff, shopper] = [await signedIn(db, "admin"), await signedIn(db, "staff"), await signedIn(db)];
});

/** Each door of products, delivery and codes, with who may use it. */
const DOORS: [path: string, method: Method, isForStaff: boolean][] = [
  ["products", "GET", true],
  ["products", "POST", false],
  ["products/[item_code]", "GET", true],
  ["products/[item_code]", "PATCH", false],
  ["products/[item_code]/stock", "GET", true],
  ["products/[item_code]/stock", "POST", true],
  ["products/import", "POST", false],
  ["products/import/[id]", "GET", false],
  ["products/import/[id]", "POST", false],
  ["products/export.csv", "GET", false],
  ["pictures", "POST", false],
  ["categories", "GET", true],
  ["categories", "POST", false],
  ["categories/[slug]", "PATCH", false],
  ["zones", "GET", true],
  ["zones", "POST", false],
  ["zones/[id]", "PATCH", false],
  ["zones/[id]", "DELETE", false],
  ["codes", "GET", true],
  ["codes", "POST", false],
  ["codes/[id]", "GET", true],
  ["codes/[id]", "PATCH", false],
];

test.each(DOORS)("%s %s is shut to whoever may not, before anything is read", async (path, method, isForStaff) => {
  const door = await doorAt(`admin/${path}`);
  const send = async (cookie?: string) =>
    (await ask(door, method, { cookie, body: method === "GET" ? undefined : "{" })).status;
  expect([await send(), await send(shopper?.cookie)]).toEqual([401, 403]);
  const ofStaff = await send(staff?.cookie);
  if (isForStaff) expect(ofStaff).not.toBe(403);
  else expect(ofStaff).toBe(403);
});

describe("a product by the API", () => {
  const at = async (path: string, method: Method, item_code: string, body?: unknown, who = admin) =>
    ask(await doorAt(`admin/products/[item_code]${path}`), method, {
      cookie: who?.cookie,
      params: { item_code },
      body,
    });

  test("is changed by what was seen of it, and a 409 says what is there now", async () => {
    const { itemCode } = await aProduct(db);
    const first = await at("", "PATCH", itemCode, { price: "1600", seen: { price: "1500.00" } });
    expect([first.status, first.json.price]).toEqual([200, "1600.00"]);
    const second = await at("", "PATCH", itemCode, { price: "1700", seen: { price: "1500.00" } });
    expect([second.status, second.json]).toMatchObject([
      409,
      { code: "changed_meanwhile", changes: [{ field: "price", seen: "1500.00", now: "1600.00" }] },
    ]);
    const blind = await at("", "PATCH", itemCode, { price: "1700" });
    expect([blind.status, blind.json.errors]).toMatchObject([400, [{ path: "seen" }]]);
    for (const price of ["0", "-1", "1.001", 5, null]) {
      const wrong = await at("", "PATCH", itemCode, { price, seen: { price: "1600.00" } });
      expect([wrong.status, wrong.json.errors[0].path]).toEqual([400, "price"]);
    }
    const stock = await at("", "PATCH", itemCode, { stock: 5, item_code: "OTHER", seen: {} });
    expect([stock.status, stock.json.errors]).toMatchObject([400, [{ path: "stock" }, { path: "item_code" }]]);
    expect((await at("", "PATCH", "NOSUCH", { seen: {} })).json.code).toBe("product_not_found");
  });

  test("is counted by staff, who are told why there is as much as there is", async () => {
    const { itemCode } = await aProduct(db, { stock: 10 });
    const counted = { kind: "counted", pieces: 8, seen: 10, reason: "shelf" };
    expect((await at("/stock", "POST", itemCode, counted, staff)).json).toEqual({ stock: 8 });
    expect((await at("/stock", "POST", itemCode, counted, staff)).status).toBe(409);
    const { stock, changes } = (await at("/stock", "GET", itemCode, undefined, staff)).json;
    expect([stock, changes[0].kind, changes[0].reason]).toEqual([8, "counted", "shelf"]);
    const tooMany = { kind: "damaged", pieces: 9, reason: "fell" };
    expect((await at("/stock", "POST", itemCode, tooMany, staff)).json).toMatchObject({
      status: 409,
      code: "insufficient_stock",
      available: 8,
      errors: [{ path: "pieces" }],
    });
    for (const wrong of [
      { seen: undefined },
      { kind: "lost" },
      { pieces: -1 },
      { kind: "damaged", reason: "" },
      { kind: "returned", reason: "" },
    ]) {
      expect((await at("/stock", "POST", itemCode, { ...counted, ...wrong }, staff)).status).toBe(400);
    }
  });

  test("is there once: a second of its code is a conflict that says so", async () => {
    await aProduct(db);
    const body = { item_code: "ONE-1", name: "A", name_ur: "ا", category: "tests", price: "5" };
    const door = await doorAt("admin/products");
    const made = await ask(door, "POST", { cookie: admin?.cookie, body });
    expect([made.status, made.json]).toMatchObject([
      201,
      { item_code: "ONE-1", price: "5.00", stock: 0, is_active: true },
    ]);
    for (const item_code of ["ONE-1", "one-1"]) {
      expect((await ask(door, "POST", { cookie: admin?.cookie, body: { ...body, item_code } })).json).toMatchObject({
        code: "already_there",
        reason: "taken",
        errors: [{ path: "item_code" }],
      });
    }
    const size = { group_code: "JUGS", option_name: "1 l", option_name_ur: "1 لیٹر" };
    expect(
      (await ask(door, "POST", { cookie: admin?.cookie, body: { ...body, ...size, item_code: "ONE-2" } })).status,
    ).toBe(201);
    const twice = await ask(door, "POST", { cookie: admin?.cookie, body: { ...body, ...size, item_code: "ONE-3" } });
    expect([twice.status, twice.json.errors[0].path]).toEqual([409, "option_name"]);
    const found = await ask(door, "GET", { cookie: staff?.cookie, query: "?search=one-1" });
    expect(found.json).toMatchObject({ count: 1, results: [{ item_code: "ONE-1" }] });
  });
});

test("a file is tried, then imported by its plan and by no other, and comes out as it went in", async () => {
  const { itemCode } = await aProduct(db);
  const door = await doorAt("admin/products/import");
  const send = (query: string, body: string, type = "text/csv") =>
    ask(door, "POST", { cookie: admin?.cookie, query, body, headers: { "content-type": type } });
  const csv = `item_code,price\n${itemCode},1900\n`;
  const tried = await send("", csv);
  expect([tried.status, tried.json.counts]).toEqual([200, { new: 0, changed: 1, unchanged: 0, wrong: 0 }]);
  expect((await send("?dry_run=false", csv)).json.errors[0].path).toBe("plan");
  expect((await send("?dry_run=false&plan=other", csv)).json.code).toBe("changed_meanwhile");
  expect((await send("?dry_run=true", "{}", "application/json")).status).toBe(415);
  expect((await send(`?dry_run=false&plan=${tried.json.plan}`, csv)).status).toBe(200);
  const exported = await ask(await doorAt("admin/products/export.csv"), "GET", { cookie: admin?.cookie });
  expect(exported.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(exported.text).toContain(`${itemCode},Blue Vase`);
  expect((await send("", exported.text)).json.rows).toEqual([]);
});

test("a form is led back to its page, with its dry run or the reason against it", async () => {
  const { itemCode } = await aProduct(db);
  const door = await doorAt("admin/products/import");
  const send = async (csv: string) => {
    const form = new FormData();
    form.append("file", new File([csv], "products.csv", { type: "text/csv" }));
    const sent = new Response(form);
    const headers = { "content-type": sent.headers.get("content-type") ?? "" };
    const body = new Uint8Array(await sent.arrayBuffer());
    return ask(door, "POST", { cookie: admin?.cookie, body, headers, query: "?back=/ur/admin/products/import" });
  };
  const tried = await send(`item_code,price\n${itemCode},1900\n`);
  expect([tried.status, tried.headers.get("location")]).toEqual([
    303,
    expect.stringMatching(/^\/ur\/admin\/products\/import\/\d+$/),
  ]);
  expect((await send("a,b\n1,2")).headers.get("location")).toBe("/ur/admin/products/import?refused=unknown_column");
});
