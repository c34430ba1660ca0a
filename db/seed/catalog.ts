import { BOOKS } from "@/db/seed/catalog/books";
import { CLOTHING } from "@/db/seed/catalog/clothing";
import { CRAFTS } from "@/db/seed/catalog/crafts";
import { ELECTRONICS } from "@/db/seed/catalog/electronics";
import { FOOD } from "@/db/seed/catalog/food";
import { KITCHEN } from "@/db/seed/catalog/kitchen";
import { PRAYER } from "@/db/seed/catalog/prayer";
import { SPORTS } from "@/db/seed/catalog/sports";

export { CATEGORIES } from "@/db/seed/catalog/categories";

export const PRODUCTS = [
  ...CLOTHING,
  ...CRAFTS,
  ...FOOD,
  ...SPORTS,
  ...KITCHEN,
  ...ELECTRONICS,
  ...BOOKS,
  ...PRAYER,
].toSorted((a, b) => a.itemCode.localeCompare(b.itemCode));
