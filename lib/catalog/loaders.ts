import { cache } from "react";
import type { z } from "zod";
import { findProduct, listCategories, listProducts } from "@/lib/catalog/queries";
import { ListProductsQuery } from "@/lib/catalog/schemas";
import { publicContext } from "@/lib/http/public-context";

const PAGE_SIZE = 24;
const NEW_SIZE = 8;

export const loadProduct = cache((itemCode: string) => findProduct(publicContext().db, itemCode));

export const loadCategories = cache(() => listCategories(publicContext().db));

export async function loadNewest() {
  const { rows } = await listProducts(publicContext().db, { page: 1, page_size: NEW_SIZE, ordering: "newest" });
  return rows;
}

const readable = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> | undefined =>
  schema.safeParse(value || undefined).data;

/** One page of the shelf by its address. What an address says wrongly is left out, and no error. */
export async function loadShelf(address: Record<string, string | string[] | undefined>) {
  const { shape } = ListProductsQuery;
  const query: ListProductsQuery = {
    search: readable(shape.search, address.search),
    category: readable(shape.category, address.category),
    ordering: readable(shape.ordering, address.ordering),
    page: readable(shape.page, address.page) ?? 1,
    page_size: PAGE_SIZE,
  };
  const { count, rows } = await listProducts(publicContext().db, query);
  return { query, count, rows, pages: Math.max(1, Math.ceil(count / PAGE_SIZE)) };
}
