import { describe, expect, it } from "vitest";
import { CATEGORIES, PRODUCTS } from "@/db/seed/catalog";
import type { CatalogProduct } from "@/db/seed/catalog/categories";
import { KEYWORDS } from "@/db/seed/catalog/keywords";

const numbered = (from: number, to: number) => PRODUCTS.slice(from - 1, to);
const isUrdu = (text: string) => /[\u0600-\u06ff]/.test(text);

describe("the demo catalogue", () => {
  it("has 81 products, numbered FG001 to FG081 without a gap", () => {
    const codes = Array.from({ length: 81 }, (_, i) => `FG${String(i + 1).padStart(3, "0")}`);
    expect(PRODUCTS.map((product) => product.itemCode)).toEqual(codes);
  });

  it("sells FG001 for exactly 1500 rupees and never runs out of it", () => {
    expect(PRODUCTS[0]).toMatchObject({ itemCode: "FG001", priceRupees: 1500, stock: 5_000_000, isActive: true });
  });

  it("fills eight categories with nine products or more each", () => {
    expect(new Set(CATEGORIES.map((category) => category.slug)).size).toBe(8);
    const sizes = CATEGORIES.map(({ slug }) => PRODUCTS.filter((product) => product.category === slug).length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9);
  });

  it("keeps FG001 to FG048 active and well in stock", () => {
    expect(numbered(1, 48).filter((product) => !product.isActive || product.stock < 20)).toEqual([]);
  });

  it("shows sold-out, nearly sold-out and inactive products among the rest", () => {
    const rest = numbered(49, 72);
    expect(rest.filter((product) => product.stock === 0).length).toBeGreaterThanOrEqual(3);
    expect(rest.map((product): number => product.stock)).toEqual(expect.arrayContaining([1, 2, 3]));
    expect(rest.filter((product) => !product.isActive).length).toBeGreaterThanOrEqual(3);
  });

  it("prices everything in rupees with at most two decimals, two of them with paisa", () => {
    const prices = PRODUCTS.map((product) => String(product.priceRupees));
    expect(prices.filter((price) => !/^[1-9]\d{0,5}(\.\d\d)?$/.test(price))).toEqual([]);
    expect(prices.filter((price) => price.includes("."))).toHaveLength(2);
  });

  it("names and describes every product once, in English and in Urdu", () => {
    for (const product of PRODUCTS) {
      expect(isUrdu(product.name + product.description), product.itemCode).toBe(false);
      expect(isUrdu(product.nameUr), product.itemCode).toBe(true);
      expect(product.descriptionUr, product.itemCode).toMatch(/۔$/);
    }
    expect(new Set(PRODUCTS.map((product) => product.name)).size).toBe(81);
    expect(new Set(PRODUCTS.map((product) => product.nameUr)).size).toBe(81);
    expect(CATEGORIES.every((category) => isUrdu(category.nameUr))).toBe(true);
  });

  it("sells four things in several sizes or weights, each with a name of its own in both languages", () => {
    const products: readonly CatalogProduct[] = PRODUCTS;
    const options = products.flatMap(({ group }) => group ?? []);
    const codes = [...new Set(options.map(({ code }) => code))];
    expect(codes).toHaveLength(4);
    for (const code of codes) expect(options.filter((option) => option.code === code).length).toBeGreaterThan(2);
    for (const name of ["option", "optionUr"] as const) {
      expect(new Set(options.map((option) => option.code + option[name])).size).toBe(options.length);
    }
  });

  it("knows for each product what it is called in Roman Urdu", () => {
    expect(Object.keys(KEYWORDS)).toEqual(PRODUCTS.map((product) => product.itemCode));
    for (const words of Object.values(KEYWORDS)) expect(words).toMatch(/^[a-z ]{6,}$/);
  });
});
