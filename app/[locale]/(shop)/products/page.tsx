import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ChosenFilters } from "@/components/catalog/chosen-filters";
import { NothingFound } from "@/components/catalog/nothing-found";
import { ProductGrid } from "@/components/catalog/product-grid";
import { SearchForm } from "@/components/catalog/search-form";
import { ShelfFilters } from "@/components/catalog/shelf-filters";
import { PageLinks } from "@/components/ui/page-links";
import { loadShelf } from "@/lib/catalog/loaders";
import { localName, shelfAddress } from "@/lib/catalog/model";
import type { Address } from "@/lib/catalog/read-address";
import { publicMetadata } from "@/lib/http/page-metadata";

type ShelfPageProps = { searchParams: Promise<Address> };

export async function generateMetadata({ searchParams }: ShelfPageProps): Promise<Metadata> {
  const [t, locale, { query, categories }] = await Promise.all([
    getTranslations("products"),
    getLocale(),
    loadShelf(await searchParams),
  ]);
  const description = t("description", { categories: categories.map((each) => localName(each, locale)).join(", ") });
  return publicMetadata(shelfAddress({ page: query.page }), { title: t("title"), description });
}

export default async function ShelfPage({ searchParams }: ShelfPageProps) {
  const [t, locale, { query, category, categories, count, cards, words, pages }] = await Promise.all([
    getTranslations("products"),
    getLocale(),
    loadShelf(await searchParams),
  ]);
  const { page, search } = query;
  const meant = words.some(({ isGuess }) => isGuess) ? words.map(({ shown }) => shown).join(" ") : null;
  const at = (to: number) => shelfAddress({ ...query, page: to });
  return (
    <div className="grid gap-5">
      <SearchForm search={search}>
        <ShelfFilters query={query} categories={categories} isOpen={false} />
      </SearchForm>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1>{search ? t("titleSearch", { search }) : category ? localName(category, locale) : t("title")}</h1>
        <p className="text-ink-soft">{t("count", { count })}</p>
      </div>
      {meant && count > 0 && <p>{t("meant", { words: meant })}</p>}
      <ChosenFilters query={query} category={category} />
      {cards.length > 0 ? (
        <ProductGrid cards={cards} />
      ) : (
        <NothingFound
          query={query}
          categories={categories}
          knownWords={words.filter(({ isKnown }) => isKnown).map(({ shown }) => shown)}
        />
      )}
      <PageLinks
        label={t("pages")}
        place={t("page", { page, pages })}
        previous={page > 1 ? { href: at(page - 1), words: t("previous") } : null}
        next={page < pages ? { href: at(page + 1), words: t("next") } : null}
      />
    </div>
  );
}
