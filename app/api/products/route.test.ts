import { expect, it } from "vitest";
import { GET, POST } from "@/app/api/products/route";
import { GET as GET_ONE } from "@/app/api/products/[item_code]/route";
import { testDatabase } from "@/db/test-database";
import { aProduct } from "@/db/test-fixtures";

const { db } = testDatabase();

const list = (query: string) =>
  GET(new Request(`http://localhost:3000/api/products/${query}`), { params: Promise.resolve({}) });
const one = (item_code: string) =>
  GET_ONE(new Request(`http://localhost:3000/api/products/${item_code}/`), { params: Promise.resolve({ item_code }) });

it("lists products to anybody, with the addresses of the pages around", async () => {
  for (const name of ["Door one", "Door two", "Door three"]) await aProduct(db, { name });
  const body = await (await list("?search=door&page=2&page_size=1")).json();
  expect(body).toMatchObject({ count: 3, results: [{ name: "Door two", unit_price: "1500.00", is_active: true }] });
  expect(body.next).toMatch(/search=door&page=3&page_size=1$/);
  expect(body.previous).toMatch(/search=door&page=1&page_size=1$/);
});

it("refuses an ordering that it does not know, and a page that is none", async () => {
  for (const query of [
    "?ordering=stock",
    "?page=0",
    "?page_size=101",
    "?page=1&page=2",
    "?price_from=cheap",
    "?in_stock=maybe",
    "?search=%00",
  ]) {
    expect((await list(query)).status).toBe(400);
  }
});

it("shows one product with the fields of the contract", async () => {
  const { itemCode } = await aProduct(db, { name: "Vase", stock: 3 });
  expect(await (await one(itemCode)).json()).toEqual({
    item_code: itemCode,
    name: "Vase",
    unit_price: "1500.00",
    stock: 3,
    category: "tests",
    image_url: null,
    is_active: true,
    group_code: null,
    option_name: "",
  });
});

it("has no product under another code, nor one that was taken off", async () => {
  const hidden = await aProduct(db, { isActive: false });
  expect((await one("NONE")).status).toBe(404);
  expect((await one(hidden.itemCode)).status).toBe(404);
});

it("answers other methods with 405", async () => {
  const request = new Request("http://localhost:3000/api/products/", { method: "POST" });
  expect((await POST(request, { params: Promise.resolve({}) })).status).toBe(405);
});
