import type { MetadataRoute } from "next";
import { loadCatalogueAddresses } from "@/lib/catalog/loaders";
import { languageAddresses } from "@/lib/http/page-metadata";

export const dynamic = "force-dynamic";

/** Every public page in both languages, each naming the other. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const catalogue = await loadCatalogueAddresses();
  const pages = [
    { path: "/", changedAt: null },
    { path: "/products", changedAt: null },
    { path: "/track", changedAt: null },
    ...catalogue.map(({ kind, name, changedAt }) => ({
      path:
        kind === "product" ? `/products/${encodeURIComponent(name)}` : `/products?category=${encodeURIComponent(name)}`,
      changedAt,
    })),
  ];
  return pages.flatMap(({ path, changedAt }) => {
    const languages = languageAddresses(path);
    const entry = { ...(changedAt && { lastModified: changedAt }), alternates: { languages } };
    return [languages.en, languages.ur].map((url) => ({ url, ...entry }));
  });
}
