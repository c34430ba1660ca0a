import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { CategoriesTable } from "@/components/categories/categories-table";
import { CategoryForm } from "@/components/categories/category-form";
import { ClientWords } from "@/components/client-words";
import { WentWell } from "@/components/products/went-well";
import { loadCategories } from "@/lib/categories/loaders";
import { privateMetadata } from "@/lib/http/page-metadata";

type CategoriesPageProps = { searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminCategories"))("title"));
}

export default async function CategoriesPage({ searchParams }: CategoriesPageProps) {
  const loaded = await loadCategories();
  if (!loaded) return <NotFoundPage />;
  const [t, { done }] = await Promise.all([getTranslations("adminCategories"), searchParams]);
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-5">
      <h1>{t("title")}</h1>
      <WentWell done={done} />
      {!loaded.isAdmin && <CategoriesTable categories={loaded.categories} />}
      {loaded.isAdmin && (
        <ClientWords rooms={["adminCategories", "adminProducts", "admin", "fields", "problems"]}>
          {loaded.categories.map((category) => (
            <CategoryForm
              key={`${category.slug} ${category.name} ${category.name_ur} ${String(done)}`}
              category={category}
            />
          ))}
          <CategoryForm key={String(done)} category={null} />
        </ClientWords>
      )}
    </div>
  );
}
