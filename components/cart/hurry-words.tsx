"use client";

import { useTranslations } from "next-intl";
import { useAtShopTime } from "@/components/cart/shop-clock";
import { isHurried } from "@/components/cart/time-left";
import type { CartItemView } from "@/lib/cart/schemas";

/** Says politely, once, which lines have less than an hour left. */
export function HurryWords({ items, startsAt }: { items: readonly CartItemView[]; startsAt: string }) {
  const t = useTranslations("cart");
  const words = useAtShopTime(Date.parse(startsAt), (now) =>
    items
      .filter((item) => item.id > 0 && isHurried(item.expires_at, now))
      .map((item) => t("hurry", { name: item.product_name }))
      .join(" "),
  );
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  );
}
