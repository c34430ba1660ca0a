import { expect, test } from "vitest";
import { readAddress } from "@/lib/catalog/read-address";
import { shelfAddress } from "@/lib/catalog/model";

const read = (query: string) => readAddress(Object.fromEntries(new URLSearchParams(query)));

test("reads what the form sends, prices as people type them", () => {
  expect(
    read("search=rice&category=food&price_from=Rs+1,500&price_to=2500.50&in_stock=1&ordering=-name&page=2"),
  ).toEqual({
    search: "rice",
    category: "food",
    price_from: 150_000,
    price_to: 250_050,
    in_stock: true,
    ordering: "-name",
    page: 2,
    page_size: 24,
  });
});

test("leaves out what an address says wrongly", () => {
  const wrong = read("search=%00&ordering=stock&price_from=cheap&price_to=-5&in_stock=maybe&page=0");
  expect(wrong).toEqual({ page: 1, page_size: 24 });
  expect(readAddress({ search: ["a", "b"], page: ["1", "2"] })).toEqual({ page: 1, page_size: 24 });
});

test("turns a price range round that is the wrong way", () => {
  expect(read("price_from=900&price_to=100")).toMatchObject({ price_from: 10_000, price_to: 90_000 });
});

test("the shelf's own addresses are read as they were written", () => {
  for (const query of ["search=chai+cup&page=3", "category=food&price_from=249.50&in_stock=1", "ordering=newest"]) {
    expect(shelfAddress(read(query))).toBe(`/products?${query}`);
  }
  expect(shelfAddress(read("page=1"))).toBe("/products");
});
