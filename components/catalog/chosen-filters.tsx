import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/navigation";
import { localName, shelfAddress } from "@/lib/catalog/model";
import type { CategoryView, ListProductsQuery } from "@/lib/catalog/schemas";
import { formatRupees } from "@/lib/shared/money";

type ChosenFiltersProps = { query: ListProductsQuery; category: CategoryView | undefined };

/** What the shelf was narrowed by, each a link to the shelf without it. */
export function ChosenFilters({ query, category }: ChosenFiltersProps) {
  const t = useTranslations("products");
  const locale = useLocale();
  const { price_from, price_to } = query;
  const first = { ...query, page: 1 };
  const chosen = [
    ...(category ? [{ words: localName(category, locale), without: { ...first, category: undefined } }] : []),
    ...(price_from === undefined
      ? []
      : [{ words: t("atLeast", { price: formatRupees(price_from) }), without: { ...first, price_from: undefined } }]),
    ...(price_to === undefined
      ? []
      : [{ words: t("atMost", { price: formatRupees(price_to) }), without: { ...first, price_to: undefined } }]),
    ...(query.in_stock ? [{ words: t("inStock"), without: { ...first, in_stock: undefined } }] : []),
  ];
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={t("chosen")} className="flex flex-wrap gap-2">
      {chosen.map(({ words, without }) => (
        <li key={words}>
          <Link
            href={shelfAddress(without)}
            prefetch={false}
            aria-label={t("remove", { filter: words })}
            className="inline-flex min-h-11 items-center gap-2 rounded-full border border-edge bg-raised ps-4 pe-3 text-[0.9375rem] hover:border-ink"
          >
            {words}
            <Icon name="cross" className="size-4" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
