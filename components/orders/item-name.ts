import type { Locale } from "@/lib/users/model";

/** What was bought, by its name in the reader's language. */
export const itemName = (item: { product_name: string; product_name_ur: string }, locale: Locale): string =>
  locale === "ur" && item.product_name_ur ? item.product_name_ur : item.product_name;
