import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ProductGrid } from "@/components/catalog/product-grid";
import { SearchForm } from "@/components/catalog/search-form";
import { ShelfFilters } from "@/components/catalog/shelf-filters";
import { buttonClass } from "@/components/ui/button";
import { PageLinks } from "@/components/ui/page-links";
import { Link } from "@/i18n/navigation";
import { loadCategories, loadShelf } from "@/lib/catalog/loaders";
import { categoryName } from "@/lib/catalog/model";
import type { ListProductsQuery } from "@/lib/catalog/schemas";
import { publicMetadata } from "@/lib/http/page-metadata";

type ShelfPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: ShelfPageProps): Promise<Metadata> {
  const [t, locale, categories, { page }] = await Promise.all([
    getTranslations("products"),
    getLocale(),
    loadCategories(),
    searchParams,
  ]);
  const description = t("description", { categories: categories.map((each) => categoryName(each, locale)).join(", ") });
  const isLater = typeof page === "string" && /^[2-9]$|^[1-9]\d{1,5}$/.test(page);
  return publicMetadata(isLater ? `/products?page=${page}` : "/products", { title: t("title"), description });
}

/** The same shelf, one page back or on. */
function shelfAddress({ search, category, ordering }: ListProductsQuery, page: number): string {
  const said = Object.entries({ search, category, ordering, page: page > 1 ? String(page) : undefined });
  const query = new URLSearchParams(said.flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return query.size > 0 ? `/products?${query}` : "/products";
}

export default async function ShelfPage({ searchParams }: ShelfPageProps) {
  const [t, locale, categories, { query, count, rows, pages }] = await Promise.all([
    getTranslations("products"),
    getLocale(),
    loadCategories(),
    loadShelf(await searchParams),
  ]);
  const category = categories.find(({ slug }) => slug === query.category);
  const isSearched = query.search !== undefined && query.search !== "";
  const { page } = query;
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1>
          {isSearched
            ? t("titleSearch", { search: query.search ?? "" })
            : category
              ? categoryName(category, locale)
              : t("title")}
        </h1>
        <p className="text-ink-soft">{t("count", { count })}</p>
      </div>
      <SearchForm search={query.search}>
        <ShelfFilters query={query} categories={categories} />
      </SearchForm>
      {rows.length > 0 ? (
        <ProductGrid products={rows} />
      ) : (
        <div className="card grid justify-items-center gap-4 p-8 text-center">
          <p>{t("none")}</p>
          <Link href="/products" prefetch={false} className={buttonClass({ kind: "quiet" })}>
            {t("reset")}
          </Link>
        </div>
      )}
      <PageLinks
        label={t("pages")}
        place={t("page", { page, pages })}
        previous={page > 1 ? { href: shelfAddress(query, Math.min(page - 1, pages)), words: t("previous") } : null}
        next={page < pages ? { href: shelfAddress(query, page + 1), words: t("next") } : null}
      />
    </div>
  );
}
