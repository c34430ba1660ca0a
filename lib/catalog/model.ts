const FEW = 5;

/** So little is left that a shopper should know. */
export const isFew = (stock: number): boolean => stock > 0 && stock <= FEW;

/** A category's name in the page's language. */
export const categoryName = (category: { name: string; nameUr: string }, locale: string): string =>
  locale === "ur" ? category.nameUr : category.name;

type Bilingual = { name: string; nameUr: string; description: string; descriptionUr: string };

/** A product's words in the page's language, and its name in the other one. */
export function productWords(product: Bilingual, locale: string) {
  const english = { name: product.name, description: product.description };
  const urdu = { name: product.nameUr, description: product.descriptionUr };
  return locale === "ur"
    ? { ...urdu, otherName: { text: english.name, lang: "en", dir: "ltr" } }
    : { ...english, otherName: { text: urdu.name, lang: "ur", dir: "rtl" } };
}
