import type { z } from "zod";
import { ListProductsQuery } from "@/lib/catalog/schemas";

export const PAGE_SIZE = 24;

export type Address = Record<string, string | string[] | undefined>;

const readable = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> | undefined =>
  schema.safeParse(value || undefined).data;

/** A price as people type it: with "Rs", with commas, without paisa. */
const typedPrice = (value: Address[string]) =>
  typeof value === "string" ? value.replace(/^\s*rs\.?|[\s,]/gi, "") : undefined;

/** What the address of the shelf asks for. What it says wrongly is left out, and a price range that is turned round put right. */
export function readAddress(address: Address): ListProductsQuery {
  const { shape } = ListProductsQuery;
  const prices = [
    readable(shape.price_from, typedPrice(address.price_from)),
    readable(shape.price_to, typedPrice(address.price_to)),
  ] as const;
  const [from, to] = prices;
  const isSwapped = from !== undefined && to !== undefined && from > to;
  return {
    search: readable(shape.search, address.search),
    category: readable(shape.category, address.category),
    ordering: readable(shape.ordering, address.ordering),
    price_from: isSwapped ? to : from,
    price_to: isSwapped ? from : to,
    in_stock: readable(shape.in_stock, address.in_stock) || undefined,
    page: readable(shape.page, address.page) ?? 1,
    page_size: PAGE_SIZE,
  };
}
