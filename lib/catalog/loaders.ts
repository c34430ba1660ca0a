import { cache } from "react";
import { findCards } from "@/lib/catalog/find-cards";
import { listCatalogueAddresses } from "@/lib/catalog/list-catalogue-addresses";
import { findProduct } from "@/lib/catalog/queries";
import { type Address, PAGE_SIZE, readAddress } from "@/lib/catalog/read-address";
import type { ListProductsQuery } from "@/lib/catalog/schemas";
import { publicContext } from "@/lib/http/public-context";

const NEW_SIZE = 8;

export const loadProduct = cache((itemCode: string) => findProduct(publicContext().db, itemCode));

/** The newest things and all categories, in one statement. */
export async function loadHome() {
  const query: ListProductsQuery = { page: 1, page_size: NEW_SIZE, ordering: "newest", in_stock: true };
  const { cards, categories } = await findCards(publicContext().db, query, { isGrouped: true });
  return { cards, categories };
}

const loadShelfOnce = cache(async (address: string) => {
  const asked = readAddress(JSON.parse(address) as Address);
  const found = await findCards(publicContext().db, asked, { isGrouped: true });
  const category = found.categories.find(({ slug }) => slug === asked.category);
  const query: ListProductsQuery = { ...asked, category: category?.slug, page: found.page };
  return { ...found, query, category, pages: Math.max(1, Math.ceil(found.count / PAGE_SIZE)) };
});

/** One page of the shelf by its address. What an address says wrongly is left out or put right, and no error. */
export const loadShelf = (address: Address) => loadShelfOnce(JSON.stringify(address));

export const loadCatalogueAddresses = () => listCatalogueAddresses(publicContext().db);
