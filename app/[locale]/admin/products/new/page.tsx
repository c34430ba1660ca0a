import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ClientWords } from "@/components/client-words";
import { ProductForm } from "@/components/products/product-form";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadNewProduct } from "@/lib/products/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminProducts"))("new"));
}

export default async function NewProductPage() {
  const loaded = await loadNewProduct();
  if (!loaded) return <NotFoundPage />;
  const t = await getTranslations("adminProducts");
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-5">
      <h1>{t("new")}</h1>
      <ClientWords rooms={["adminProducts", "admin", "fields", "problems"]}>
        <ProductForm product={null} categories={loaded.categories} />
      </ClientWords>
    </div>
  );
}
