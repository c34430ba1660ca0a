import { beforeAll, describe, expect, test } from "vitest";
import { ask, type Door, doorAt, signedIn, SITE } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";
import { anAttempt, aProduct } from "@/db/test-fixtures";

const { db } = testDatabase();
const LISTS = ["products", "cart/orders", "cart/payments"];
const OF_EACH = 5;
let cookie = "";
let staff = "";

beforeAll(async () => {
  const ctx = await signedIn(db);
  cookie = ctx.cookie;
  staff = (await signedIn(db, "staff")).cookie;
  for (let at = 0; at < OF_EACH; at++) await anAttempt(ctx);
  await anAttempt(await signedIn(db));
});

describe.each(LISTS)("%s", (path) => {
  let door: Door;
  beforeAll(async () => {
    door = await doorAt(path);
  });
  const list = (query = "") => ask(door, "GET", { cookie, query });
  const idsOf = (results: { id?: number; item_code?: string }[]) => results.map((row) => row.id ?? row.item_code);

  test("is read page by page, each row once", async () => {
    const all = (await list()).json;
    expect(all).toMatchObject({ count: all.results.length, next: null, previous: null });
    const seen: unknown[] = [];
    let previous: string | null = null;
    for (let next: string | null = `${SITE}/api/${path}/?page=1&page_size=2`; next;) {
      const page: typeof all = (await list(new URL(next).search)).json;
      expect(page.results.length).toBeLessThanOrEqual(2);
      expect(page).toMatchObject({ count: all.count, previous });
      seen.push(...idsOf(page.results));
      previous = next;
      next = page.next;
    }
    expect(seen).toEqual(idsOf(all.results));
    expect(new Set(seen).size).toBe(all.count);
  });

  test("has an empty page past its end", async () => {
    const { status, json } = await list("?page=999&page_size=100");
    expect([status, json.results, json.next, json.count >= OF_EACH]).toEqual([200, [], null, true]);
  });

  test.each([
    "page=0",
    "page=-1",
    "page=1.5",
    "page=x",
    "page=",
    "page_size=0",
    "page_size=101",
    "page_size=-5",
    "page_size=ten",
  ])("refuses ?%s and names it", async (query) => {
    const { status, json } = await list(`?${query}`);
    expect([status, json.code, json.errors.map((error: { path: string }) => error.path)]).toEqual([
      400,
      "invalid_input",
      [query.split("=")[0]],
    ]);
  });

  test("believes neither of two values", async () => {
    expect((await list("?page=1&page=2")).json).toMatchObject({ status: 400, code: "invalid_input" });
  });

  test("takes the largest page", async () => {
    expect((await list("?page=1&page_size=100")).status).toBe(200);
  });
});

test("products come in the ordering that is asked for, and in no unknown one", async () => {
  const door = await doorAt("products");
  await aProduct(db, { price: 100, name: "Aa" });
  await aProduct(db, { price: 90_000_000, name: "Zz" });
  const by = async (ordering: string) => (await ask(door, "GET", { query: `?ordering=${ordering}` })).json.results;
  expect([(await by("unit_price"))[0].name, (await by("-unit_price"))[0].name]).toEqual(["Aa", "Zz"]);
  expect([(await by("name"))[0].name, (await by("-name"))[0].name, (await by("newest")).length]).toEqual([
    "Aa",
    "Zz",
    8,
  ]);
  for (const ordering of ["", "price", "NAME", "-newest", "name,unit_price", "id;drop table users"]) {
    const { status, json } = await ask(door, "GET", { query: `?ordering=${encodeURIComponent(ordering)}` });
    expect([status, json.errors[0].path]).toEqual([400, "ordering"]);
  }
});

test("the staff's filters know the states and no other word", async () => {
  const door = await doorAt("cart/orders");
  const count = async (query: string) => (await ask(door, "GET", { cookie: staff, query })).json.count;
  expect(await count("?status=pending&payment_status=unpaid")).toBe(OF_EACH + 1);
  expect(await count("?status=shipped")).toBe(0);
  for (const query of ["?status=lost", "?payment_status=free", "?status="]) {
    expect((await ask(door, "GET", { cookie: staff, query })).status).toBe(400);
  }
});

test("what is looked for is text, whatever signs are in it", async () => {
  for (const search of ["%", "_", "\\", "'", "چیز", '"; --']) {
    const { status, json } = await ask(await doorAt("products"), "GET", {
      query: `?search=${encodeURIComponent(search)}`,
    });
    expect([search, status, json.count]).toEqual([search, 200, 0]);
  }
  expect((await ask(await doorAt("products"), "GET", { query: "?search=%00" })).status).toBe(400);
  expect((await ask(await doorAt("products/[item_code]"), "GET", { params: { item_code: "\0" } })).status).toBe(404);
});
