import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ClientWords } from "@/components/client-words";
import { CountForm } from "@/components/products/count-form";
import { GroupCard } from "@/components/products/group-card";
import { PictureCard } from "@/components/products/picture-card";
import { ProductForm } from "@/components/products/product-form";
import { StockChanges } from "@/components/products/stock-changes";
import { StockForm } from "@/components/products/stock-form";
import { WentWell } from "@/components/products/went-well";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Money } from "@/components/ui/money";
import { Link } from "@/i18n/navigation";
import { localName } from "@/lib/catalog/model";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadManagedProduct } from "@/lib/products/loaders";
import { fieldsIn } from "@/lib/products/model";

type ProductPageProps = {
  params: Promise<{ item_code: string }>;
  searchParams: Promise<{ done?: string | string[]; refused?: string | string[] }>;
};

export async function generateMetadata({ params }: Pick<ProductPageProps, "params">): Promise<Metadata> {
  const loaded = await loadManagedProduct((await params).item_code);
  if (!loaded) return privateMetadata((await getTranslations("adminProducts"))("product"));
  const { product } = loaded;
  return privateMetadata(localName({ ...product, nameUr: product.name_ur }, await getLocale()));
}

export default async function ManagedProductPage({ params, searchParams }: ProductPageProps) {
  const loaded = await loadManagedProduct((await params).item_code);
  if (!loaded) return <NotFoundPage />;
  const { product, group, changes, categories, isAdmin, formKey, now } = loaded;
  const [t, locale, said] = await Promise.all([getTranslations("adminProducts"), getLocale(), searchParams]);
  const version = JSON.stringify([{ ...fieldsIn(product), image_url: "" }, product.stock, said.done]); // a picture alone resets no form
  return (
    <ClientWords rooms={["adminProducts", "admin", "fields", "problems"]}>
      <div className="mx-auto grid w-full max-w-6xl gap-5">
        <header className="flex flex-wrap items-center justify-between gap-3">
          <h1>{localName({ ...product, nameUr: product.name_ur }, locale)}</h1>
          {product.is_active && (
            <Link href={`/products/${encodeURIComponent(product.item_code)}`} prefetch={false} className="link">
              {t("inShop")}
            </Link>
          )}
        </header>
        <WentWell done={said.done} />
        <Card>
          <Facts
            facts={[
              [t("code"), <bdi key="code">{product.item_code}</bdi>],
              ...(isAdmin ? [] : [[t("price"), <Money key="price" amount={product.price} />] as const]),
              [t("sold"), product.sold],
            ]}
          />
        </Card>
        {isAdmin ? (
          <ProductForm key={version} product={product} formKey={formKey} categories={categories} />
        ) : (
          <CountForm key={version} product={product} formKey={formKey} />
        )}
        {group.length > 0 && <GroupCard group={group} here={product.item_code} />}
        {isAdmin && <PictureCard product={product} refused={said.refused?.toString()} />}
        <Card title={t("stockTitle")}>
          <StockForm key={version} itemCode={product.item_code} formKey={formKey} />
          <StockChanges changes={changes} stock={product.stock} now={now} />
        </Card>
      </div>
    </ClientWords>
  );
}
