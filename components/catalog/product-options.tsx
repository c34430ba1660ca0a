import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { Link } from "@/i18n/navigation";
import { localName } from "@/lib/catalog/model";
import type { ProductDetail } from "@/lib/catalog/schemas";

/** The sizes or weights of one thing; each has an address of its own. */
export function ProductOptions({ product }: { product: ProductDetail }) {
  const t = useTranslations("product");
  const locale = useLocale();
  if (product.options.length < 2) return null;
  const hasOnePrice = product.options.every(({ unit_price }) => unit_price === product.unit_price);
  return (
    <nav aria-labelledby="options" className="grid gap-2">
      <h2 id="options" className="text-base font-medium">
        {t("options")}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {product.options.map((option) => {
          const isCurrent = option.item_code === product.item_code;
          const isSoldOut = option.stock === 0;
          return (
            <li key={option.item_code}>
              <Link
                href={`/products/${encodeURIComponent(option.item_code)}`}
                prefetch={false}
                scroll={false}
                aria-current={isCurrent ? "true" : undefined}
                className="flex min-h-13 min-w-20 flex-col items-center justify-center rounded-soft border border-edge bg-raised px-3 py-1.5 text-center leading-snug hover:border-ink aria-[current]:border-cobalt aria-[current]:bg-cobalt/10 aria-[current]:ring-1 aria-[current]:ring-cobalt"
              >
                <span
                  className={`flex items-center gap-1 font-medium ${isSoldOut ? "text-ink-soft line-through" : ""}`}
                >
                  {isCurrent && <Icon name="check" className="size-4 text-cobalt" />}
                  {localName(option, locale)}
                </span>
                {(isSoldOut || !hasOnePrice) && (
                  <span className="text-[0.9375rem] text-ink-soft">
                    {isSoldOut ? t("optionSoldOut") : <Money amount={option.unit_price} />}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
