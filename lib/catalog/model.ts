import type { ListProductsQuery } from "@/lib/catalog/schemas";
import { formatAmount, type Paisa } from "@/lib/shared/money";

const FEW = 5;

/** So little is left that a shopper should know. */
export const isFew = (stock: number): boolean => stock > 0 && stock <= FEW;

type Named = { name: string; nameUr: string };

/** What a category, a product or an option is called in the page's language. */
export const localName = (named: Named, locale: string): string => (locale === "ur" ? named.nameUr : named.name);

const WITH_PICTURES = ["books", "clothing", "crafts", "electronics", "food", "kitchen", "prayer", "sports"];

/** A category's drawn picture; one that somebody added has the neutral one, and nothing is asked for that is not there. */
export const categoryPicture = (slug: string): string => `/categories/${WITH_PICTURES.includes(slug) ? slug : "-"}.svg`;

type InGroup = Named & { options: number; option_name: string; optionNameUr: string };

/** What a card is called: where it stands for several sizes or weights, its name without its own. */
export function cardName(card: InGroup, locale: string): string {
  const name = localName(card, locale);
  if (card.options < 2) return name;
  const comma = name.search(/[,،][^,،]*$/);
  const option = locale === "ur" ? card.optionNameUr : card.option_name;
  const isItsOwn =
    comma > 0 &&
    name
      .slice(comma + 1)
      .trim()
      .toLowerCase() === option.toLowerCase();
  return isItsOwn ? name.slice(0, comma) : name;
}

type Bilingual = Named & { description: string; descriptionUr: string };

/** A product's words in the page's language, and its name in the other one. */
export function productWords(product: Bilingual, locale: string) {
  const english = { name: product.name, description: product.description };
  const urdu = { name: product.nameUr, description: product.descriptionUr };
  return locale === "ur"
    ? { ...urdu, otherName: { text: english.name, lang: "en", dir: "ltr" } }
    : { ...english, otherName: { text: urdu.name, lang: "ur", dir: "rtl" } };
}

type Shelf = Partial<Omit<ListProductsQuery, "page_size">>;

const plain = (amount: Paisa) => formatAmount(amount).replace(/\.00$/, "");

/** The fields of the shelf's form as its address says them. */
export const shelfFields = ({ search, category, price_from, price_to, in_stock, ordering }: Shelf) => ({
  search: search ?? "",
  category: category ?? "",
  price_from: price_from === undefined ? "" : plain(price_from),
  price_to: price_to === undefined ? "" : plain(price_to),
  in_stock: in_stock ? "1" : "",
  ordering: ordering ?? "",
});

/** The address of one page of the shelf; what was not chosen is not in it. */
export function shelfAddress(shelf: Shelf): string {
  const { page = 1 } = shelf;
  const said = { ...shelfFields(shelf), page: page > 1 ? String(page) : "" };
  const query = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ""));
  return query.size > 0 ? `/products?${query}` : "/products";
}

/** The size in which social networks show a shared page's picture. */
export const SHARE_PICTURE = { width: 1200, height: 630 } as const;
