import { readFile, readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { CATEGORIES, PRODUCTS } from "@/db/seed/catalog";
import type { CatalogProduct } from "@/db/seed/catalog/categories";
import { categoryPicture } from "@/lib/catalog/model";
import { drawCategory, drawIcon, drawNeutralCategory, drawPicture } from "@/scripts/draw-picture";

const committed = (path: string) => readFile(new URL(`../${path}`, import.meta.url), "utf8");

describe("the shop's pictures", () => {
  it.each(PRODUCTS)("$itemCode is committed exactly as the generator draws it", async (product) => {
    expect(await committed(`public/products/${product.itemCode}.svg`)).toBe(drawPicture(product));
  });

  it.each(CATEGORIES.map((category, place) => ({ category, place })))(
    "category $category.slug is committed exactly as the generator draws it",
    async ({ category, place }) => {
      expect(await committed(`public/categories/${category.slug}.svg`)).toBe(drawCategory(category, place));
    },
  );

  it("a category without a picture of its own has one that is asked for by no other name", async () => {
    expect(await committed("public/categories/-.svg")).toBe(drawNeutralCategory());
    const files = await readdir(new URL("../public/categories", import.meta.url));
    const drawn = CATEGORIES.map(({ slug }) => categoryPicture(slug));
    expect(drawn.toSorted()).toEqual(
      files
        .filter((file) => file !== "-.svg")
        .map((file) => `/categories/${file}`)
        .toSorted(),
    );
    for (const slug of ["toys", "-", "book", "constructor"]) expect(categoryPicture(slug)).toBe("/categories/-.svg");
  });

  it("the shop's mark is committed exactly as the generator draws it", async () => {
    expect(await committed("app/icon.svg")).toBe(drawIcon());
  });

  it("no picture is left over from a product that is gone", async () => {
    const files = await readdir(new URL("../public/products", import.meta.url));
    expect(files.toSorted()).toEqual(PRODUCTS.map((product) => `${product.itemCode}.svg`));
  });

  it("every picture is small, flat, sized and complete in itself", () => {
    for (const svg of [
      ...PRODUCTS.map(drawPicture),
      ...CATEGORIES.map(drawCategory),
      drawNeutralCategory(),
      drawIcon(),
    ]) {
      expect(svg).toMatch(/^<svg [^>]*width="640" height="640" viewBox="0 0 640 640">/);
      expect(svg).not.toMatch(/<text|Gradient|href|<script|<image|undefined|NaN/);
      expect(Buffer.byteLength(svg)).toBeLessThan(6 * 1024);
    }
  });

  it("no two products look the same", () => {
    expect(new Set(PRODUCTS.map(drawPicture)).size).toBe(PRODUCTS.length);
    const products: readonly CatalogProduct[] = PRODUCTS;
    const things = new Set(products.map(({ itemCode, group }) => group?.code ?? itemCode));
    expect(new Set(products.map((product) => product.motif)).size).toBe(things.size);
  });
});
