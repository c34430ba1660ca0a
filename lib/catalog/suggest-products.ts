import type { Database } from "@/db/client";
import { findCards } from "@/lib/catalog/find-cards";
import { cardName } from "@/lib/catalog/model";
import type { SuggestionView } from "@/lib/catalog/schemas";

const MOST = 6;

/** The first things that a search would find, each group once. */
export async function suggestProducts(db: Database, text: string): Promise<SuggestionView[]> {
  if (text === "") return [];
  const { cards } = await findCards(db, { search: text, page: 1, page_size: MOST }, { isGrouped: true });
  return cards.map((card) => ({
    item_code: card.item_code,
    name: cardName(card, "en"),
    name_ur: cardName(card, "ur"),
    unit_price: card.unit_price,
    image_url: card.image_url,
  }));
}
