import { mkdir, writeFile } from "node:fs/promises";
import sharp from "sharp";
import { CATEGORIES, PRODUCTS } from "@/db/seed/catalog";
import { drawCategory, drawIcon, drawNeutralCategory, drawPicture } from "@/scripts/draw-picture";

const COBALT = "#23459e";

/** The shop's mark as a square of pixels; a system cuts its own shape out of a filled one. */
const pixels = (size: number, file: string, filled = false) => {
  const edge = filled ? Math.round(size * 0.1) : 0;
  const mark = sharp(Buffer.from(drawIcon()), { density: 144 }).resize(size - 2 * edge);
  const whole = mark.extend({ top: edge, bottom: edge, left: edge, right: edge, background: COBALT });
  return (filled ? whole.flatten({ background: COBALT }) : whole).png({ palette: true }).toFile(file);
};

await Promise.all(
  ["public/products", "public/categories", "public/icons", "app"].map((folder) => mkdir(folder, { recursive: true })),
);
await Promise.all([
  ...PRODUCTS.map((product) => writeFile(`public/products/${product.itemCode}.svg`, drawPicture(product))),
  ...CATEGORIES.map((category, place) =>
    writeFile(`public/categories/${category.slug}.svg`, drawCategory(category, place)),
  ),
  writeFile("public/categories/-.svg", drawNeutralCategory()),
  writeFile("app/icon.svg", drawIcon()),
  pixels(180, "app/apple-icon.png", true),
  pixels(192, "public/icons/icon-192.png"),
  pixels(512, "public/icons/icon-512.png"),
  pixels(512, "public/icons/maskable-512.png", true),
]);
console.log(`Drew ${PRODUCTS.length} products, ${CATEGORIES.length} categories and the shop's mark.`);
