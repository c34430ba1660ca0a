import { useLocale, useTranslations } from "next-intl";
import { LinkedData } from "@/components/ui/linked-data";
import { getPathname } from "@/i18n/navigation";

/** The shop for search engines: who it is, and how it is searched. */
export function ShopData({ site }: { site: string }) {
  const t = useTranslations("shop");
  const locale = useLocale();
  const at = (href: string) => new URL(getPathname({ href, locale }), site).href;
  const shop = `${new URL("/", site).href}#shop`;
  return (
    <LinkedData
      data={{
        "@graph": [
          {
            "@type": "Organization",
            "@id": shop,
            name: t("name"),
            description: t("description"),
            url: at("/"),
            logo: new URL("/icons/icon-512.png", site).href,
          },
          {
            "@type": "WebSite",
            name: t("name"),
            url: at("/"),
            inLanguage: locale,
            publisher: { "@id": shop },
            potentialAction: {
              "@type": "SearchAction",
              target: { "@type": "EntryPoint", urlTemplate: `${at("/products")}?search={search_term_string}` },
              "query-input": "required name=search_term_string",
            },
          },
        ],
      }}
    />
  );
}
