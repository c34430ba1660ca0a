import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ExportLink } from "@/components/admin/export-link";
import { PagesOf } from "@/components/admin/pages-of";
import { Table } from "@/components/admin/table";
import { ClientWords } from "@/components/client-words";
import { ProductFilters } from "@/components/products/product-filters";
import { ProductRow } from "@/components/products/product-row";
import { WentWell } from "@/components/products/went-well";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import { localName } from "@/lib/catalog/model";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadManagedProducts } from "@/lib/products/loaders";

type ProductsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminProducts"))("title"));
}

export default async function ManagedProductsPage({ searchParams }: ProductsPageProps) {
  const address = await searchParams;
  const loaded = await loadManagedProducts(address);
  if (!loaded) return <NotFoundPage />;
  const { products, count, filters, pages, categories, isAdmin, here, formKey } = loaded;
  const [t, admin, locale] = await Promise.all([
    getTranslations("adminProducts"),
    getTranslations("admin"),
    getLocale(),
  ]);
  const nameOf = new Map(categories.map((each) => [each.slug, localName({ ...each, nameUr: each.name_ur }, locale)]));
  const columns = [
    { key: "code", label: t("code") },
    { key: "name", label: t("product") },
    { key: "category", label: t("category") },
    { key: "state", label: t("state") },
    { key: "price", label: t("price"), isNumber: true },
    { key: "stock", label: t("stock"), isNumber: true },
    { key: "change", label: t("change") },
  ];
  return (
    <div className="grid gap-5">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t("title")}</h1>
        <div className="flex flex-wrap gap-2">
          {isAdmin && <ExportLink name="products" filters={filters} />}
          {isAdmin && <ExportLink name="stock" label={admin("exportStock")} />}
          {(isAdmin ? (["import", "categories"] as const) : (["categories"] as const)).map((place) => (
            <Link
              key={place}
              href={`/admin/products/${place}`}
              prefetch={false}
              className={buttonClass({ kind: "quiet", size: "small" })}
            >
              {t(place)}
            </Link>
          ))}
          {isAdmin && (
            <Link href="/admin/products/new" prefetch={false} className={buttonClass({ size: "small" })}>
              {t("new")}
            </Link>
          )}
        </div>
      </header>
      <WentWell done={address.done} />
      <ProductFilters query={filters} categories={categories} />
      <p className="text-ink-soft">{admin("count", { count })}</p>
      <ClientWords rooms={["adminProducts", "admin", "fields", "problems"]}>
        <Table label={t("table")} columns={columns} none={t("none")}>
          {products.map((product) => (
            <ProductRow
              key={`${product.item_code} ${product.price} ${product.stock} ${String(address.done)}`}
              product={product}
              category={nameOf.get(product.category) ?? ""}
              isAdmin={isAdmin}
              back={here}
              formKey={formKey}
            />
          ))}
        </Table>
      </ClientWords>
      <PagesOf pages={pages} />
    </div>
  );
}
