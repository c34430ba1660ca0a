import { useTranslations } from "next-intl";
import { CategoryLinks } from "@/components/catalog/category-links";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import { shelfAddress } from "@/lib/catalog/model";
import type { CategoryView, ListProductsQuery } from "@/lib/catalog/schemas";

type NothingFoundProps = {
  query: ListProductsQuery;
  knownWords: readonly string[];
  categories: readonly CategoryView[];
};

/** An empty shelf and the next step from it: without the filters, by a single word, or by a part of the shop. */
export function NothingFound({ query, knownWords, categories }: NothingFoundProps) {
  const t = useTranslations("products");
  const { search, category, price_from, price_to, in_stock } = query;
  const isFiltered = [category, price_from, price_to, in_stock].some((filter) => filter !== undefined);
  const links = isFiltered
    ? [{ href: shelfAddress({ search }), words: t("noFilters") }]
    : knownWords.length > 1
      ? knownWords.map((word) => ({ href: shelfAddress({ search: word }), words: word }))
      : [{ href: "/products", words: t("reset") }];
  return (
    <div className="grid gap-8">
      <div className="card grid justify-items-center gap-4 p-8 text-center">
        <p className="max-w-prose">{t(isFiltered ? "noneFilters" : knownWords.length > 1 ? "noneWords" : "none")}</p>
        <p className="flex flex-wrap justify-center gap-2">
          {links.map(({ href, words }) => (
            <Link key={words} href={href} prefetch={false} className={buttonClass({ kind: "quiet" })}>
              {words}
            </Link>
          ))}
        </p>
      </div>
      <section className="grid gap-4">
        <h2 className="text-xl">{t("popular")}</h2>
        <CategoryLinks categories={categories} />
      </section>
    </div>
  );
}
