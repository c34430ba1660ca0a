import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CategoryLinks } from "@/components/catalog/category-links";
import { ProductGrid } from "@/components/catalog/product-grid";
import { SearchForm } from "@/components/catalog/search-form";
import { ShopData } from "@/components/catalog/shop-data";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import { loadHome } from "@/lib/catalog/loaders";
import { env } from "@/lib/env";
import { publicMetadata } from "@/lib/http/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop");
  return publicMetadata("/", { description: t("description") });
}

export default async function HomePage() {
  const [t, { cards, categories }] = await Promise.all([getTranslations("home"), loadHome()]);
  return (
    <div className="grid gap-10">
      <ShopData site={env().siteUrl} />
      <section className="mx-auto grid w-full max-w-2xl gap-4 pt-2 sm:pt-8">
        <h1 className="sm:text-center">{t("title")}</h1>
        <SearchForm />
      </section>

      <section className="grid gap-4">
        <h2 className="text-xl">{t("categories")}</h2>
        <CategoryLinks categories={categories} />
      </section>

      <section className="grid gap-4">
        <h2 className="text-xl">{t("newest")}</h2>
        <ProductGrid cards={cards} eager={0} />
        <Link href="/products" prefetch={false} className={`justify-self-center ${buttonClass({ kind: "quiet" })}`}>
          {t("all")}
        </Link>
      </section>
    </div>
  );
}
