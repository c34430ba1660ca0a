import { getTranslations } from "next-intl/server";
import { CategoryLinks } from "@/components/catalog/category-links";
import { SearchForm } from "@/components/catalog/search-form";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import { loadHome } from "@/lib/catalog/loaders";

/** What helps on where nothing is. The page that shows it sees to the status. */
export async function NotFoundView() {
  const [t, { categories }] = await Promise.all([getTranslations("notFound"), loadHome()]);
  return (
    <div className="grid gap-8">
      <div className="mx-auto grid w-full max-w-2xl gap-4">
        <h1>{t("title")}</h1>
        <p className="text-ink-soft">{t("text")}</p>
        <SearchForm />
        <div className="flex flex-wrap gap-3">
          <Link href="/products" prefetch={false} className={buttonClass()}>
            {t("products")}
          </Link>
          <Link href="/cart" prefetch={false} className={buttonClass({ kind: "quiet" })}>
            {t("cart")}
          </Link>
          <Link href="/orders" prefetch={false} className={buttonClass({ kind: "quiet" })}>
            {t("orders")}
          </Link>
        </div>
      </div>
      <section className="grid gap-4">
        <h2 className="text-xl">{t("categories")}</h2>
        <CategoryLinks categories={categories} />
      </section>
    </div>
  );
}
