import { mkdir, writeFile } from "node:fs/promises";
import { CATEGORIES, PRODUCTS } from "@/db/seed/catalog";
import { drawCategory, drawIcon, drawPicture } from "@/scripts/draw-picture";

await Promise.all(["public/products", "public/categories", "app"].map((folder) => mkdir(folder, { recursive: true })));
await Promise.all([
  ...PRODUCTS.map((product) => writeFile(`public/products/${product.itemCode}.svg`, drawPicture(product))),
  ...CATEGORIES.map((category, place) =>
    writeFile(`public/categories/${category.slug}.svg`, drawCategory(category, place)),
  ),
  writeFile("app/icon.svg", drawIcon()),
]);
console.log(`Drew ${PRODUCTS.length} products, ${CATEGORIES.length} categories and the shop's mark.`);
