import type { Database } from "@/db/client";
import { findCards } from "@/lib/catalog/find-cards";
import { cardName } from "@/lib/catalog/model";
import type { SuggestionsView } from "@/lib/catalog/schemas";

const MOST = 6;
const MOST_CATEGORIES = 2;

/** The categories that a text names, and the first things that a search would find, each group once. */
export async function makeSuggestions(db: Database, text: string): Promise<SuggestionsView> {
  if (text === "") return { categories: [], results: [] };
  const found = await findCards(db, { search: text, page: 1, page_size: MOST }, { isGrouped: true });
  const categories = found.categories
    .filter(({ slug }) => found.meant.includes(slug))
    .slice(0, MOST_CATEGORIES)
    .map(({ slug, name, nameUr }) => ({ slug, name, name_ur: nameUr }));
  const results = found.cards.map((card) => ({
    item_code: card.item_code,
    name: cardName(card, "en"),
    name_ur: cardName(card, "ur"),
    unit_price: card.unit_price,
    image_url: card.image_url,
  }));
  return { categories, results };
}
