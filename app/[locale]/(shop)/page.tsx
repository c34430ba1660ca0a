import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ProductGrid } from "@/components/catalog/product-grid";
import { SearchForm } from "@/components/catalog/search-form";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import { loadCategories, loadNewest } from "@/lib/catalog/loaders";
import { categoryName } from "@/lib/catalog/model";
import { publicMetadata } from "@/lib/http/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop");
  return publicMetadata("/", { description: t("description") });
}

export default async function HomePage() {
  const [t, locale, categories, newest] = await Promise.all([
    getTranslations("home"),
    getLocale(),
    loadCategories(),
    loadNewest(),
  ]);
  return (
    <div className="grid gap-10">
      <section className="mx-auto grid w-full max-w-2xl gap-4 pt-2 sm:pt-8">
        <h1 className="sm:text-center">{t("title")}</h1>
        <SearchForm />
      </section>

      <section className="grid gap-4">
        <h2 className="text-xl">{t("categories")}</h2>
        <ul className="grid grid-cols-1 gap-3 min-[22rem]:grid-cols-2 sm:gap-4 md:grid-cols-4">
          {categories.map((category) => (
            <li
              key={category.slug}
              className="card relative flex items-center gap-2.5 p-2.5 has-[a:hover]:border-cobalt sm:gap-3 sm:p-3"
            >
              <img
                src={`/categories/${category.slug}.svg`}
                alt=""
                width={64}
                height={64}
                className="size-12 shrink-0 rounded-soft sm:size-16"
              />
              <Link
                href={`/products?category=${category.slug}`}
                prefetch={false}
                className="min-w-0 text-[0.9375rem] leading-snug font-medium after:absolute after:inset-0 hover:underline"
              >
                {categoryName(category, locale)}
              </Link>
            </li>
          ))}
        </ul>
      </section>

      <section className="grid gap-4">
        <h2 className="text-xl">{t("newest")}</h2>
        <ProductGrid products={newest} eager={0} />
        <Link href="/products" prefetch={false} className={`justify-self-center ${buttonClass({ kind: "quiet" })}`}>
          {t("all")}
        </Link>
      </section>
    </div>
  );
}
