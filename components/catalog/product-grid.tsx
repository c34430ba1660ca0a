import { useLocale, useTranslations } from "next-intl";
import { ProductPicture } from "@/components/catalog/product-picture";
import { Money } from "@/components/ui/money";
import { Link } from "@/i18n/navigation";
import { cardName, isFew } from "@/lib/catalog/model";
import type { ProductCard } from "@/lib/catalog/schemas";

function Card({ card, isFirst }: { card: ProductCard; isFirst: boolean }) {
  const t = useTranslations("products");
  const locale = useLocale();
  const isSoldOut = card.stock === 0;
  return (
    <li className="card relative flex flex-col overflow-hidden transition-shadow has-[a:hover]:border-cobalt has-[a:hover]:shadow-float">
      <div className={isSoldOut ? "opacity-60" : undefined}>
        <ProductPicture src={card.image_url} size={320} isFirst={isFirst} />
      </div>
      <div className="flex flex-1 flex-col gap-1 p-3">
        <p className="leading-snug">
          <Link
            href={`/products/${encodeURIComponent(card.item_code)}`}
            prefetch={false}
            className="after:absolute after:inset-0 hover:underline"
          >
            {cardName(card, locale)}
          </Link>
        </p>
        {card.options > 1 && <p className="text-[0.9375rem] text-ink-soft">{t("options", { count: card.options })}</p>}
        <p className="mt-auto flex flex-wrap items-baseline justify-between gap-x-2 pt-1">
          <span>
            {card.isFrom ? (
              t.rich("from", { price: () => <Money amount={card.unit_price} className="font-semibold" /> })
            ) : (
              <Money amount={card.unit_price} className="font-semibold" />
            )}
          </span>
          {isSoldOut && <span className="text-[0.9375rem] text-ink-soft">{t("soldOut")}</span>}
          {isFew(card.stock) && card.options < 2 && (
            <span className="text-[0.9375rem] font-medium text-wait">{t("fewLeft", { stock: card.stock })}</span>
          )}
        </p>
      </div>
    </li>
  );
}

/** Two on a phone, four on a desk. The first row's pictures come at once, the others when they are near. */
export function ProductGrid({ cards, eager = 4 }: { cards: readonly ProductCard[]; eager?: number }) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-4">
      {cards.map((card, at) => (
        <Card key={card.item_code} card={card} isFirst={at < eager} />
      ))}
    </ul>
  );
}
