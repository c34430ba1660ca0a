import { useLocale, useTranslations } from "next-intl";
import { LinkedData } from "@/components/ui/linked-data";
import { getPathname } from "@/i18n/navigation";
import { localName, productWords } from "@/lib/catalog/model";
import type { ProductDetail } from "@/lib/catalog/schemas";

/** A product for search engines: what it costs, and how many there are at this moment. */
export function ProductData({ product, site }: { product: ProductDetail; site: string }) {
  const t = useTranslations("shop");
  const locale = useLocale();
  const { name, otherName, description } = productWords(product, locale);
  const at = (href: string) => new URL(getPathname({ href, locale }), site).href;
  const url = at(`/products/${encodeURIComponent(product.item_code)}`);
  const shop = { "@type": "Organization", name: t("name"), url: at("/") };
  const steps = [
    [t("name"), at("/")],
    [localName(product.shelf, locale), at(`/products?category=${encodeURIComponent(product.shelf.slug)}`)],
    [name, url],
  ];
  const image = new URL(`/share/${locale}/products/${encodeURIComponent(product.item_code)}.png`, site).href;
  return (
    <LinkedData
      data={{
        "@graph": [
          {
            "@type": "Product",
            name,
            alternateName: otherName.text,
            description,
            sku: product.item_code,
            category: localName(product.shelf, locale),
            image,
            ...(product.group_code && { inProductGroupWithID: product.group_code }),
            offers: {
              "@type": "Offer",
              url,
              price: product.unit_price,
              priceCurrency: "PKR",
              availability: `https://schema.org/${product.stock > 0 ? "InStock" : "OutOfStock"}`,
              inventoryLevel: { "@type": "QuantitativeValue", value: product.stock },
              itemCondition: "https://schema.org/NewCondition",
              seller: shop,
            },
          },
          {
            "@type": "BreadcrumbList",
            itemListElement: steps.map(([step, item], place) => ({
              "@type": "ListItem",
              position: place + 1,
              name: step,
              item,
            })),
          },
        ],
      }}
    />
  );
}
