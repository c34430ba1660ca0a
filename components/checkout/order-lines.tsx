import { useLocale, useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { Link } from "@/i18n/navigation";
import type { CartItemView } from "@/lib/cart/schemas";

/** What is about to be ordered, and the way back to change it. */
export function OrderLines({ items }: { items: CartItemView[] }) {
  const t = useTranslations("checkout");
  const isUrdu = useLocale() === "ur";
  return (
    <>
      <ul aria-label={t("lines")} className="grid gap-2 text-[0.9375rem]">
        {items.map((item) => (
          <li key={item.id} className="flex items-baseline justify-between gap-4">
            <span className="min-w-0">
              <span className="text-ink-soft">
                <bdi className="figures">{item.quantity}</bdi> ×
              </span>{" "}
              {isUrdu ? item.product_name_ur : item.product_name}
            </span>
            <Money amount={item.subtotal} />
          </li>
        ))}
      </ul>
      <Link href="/cart#lines" prefetch={false} className="link justify-self-start text-[0.9375rem]">
        {t("edit")}
      </Link>
    </>
  );
}
