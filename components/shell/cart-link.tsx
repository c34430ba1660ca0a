"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { readCartCount } from "@/components/cart/cart-api";
import { CART_COUNT } from "@/components/cart/cart-keys";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/navigation";

/** The way to the cart with how many pieces are in it. Without a session nothing is asked. */
export function CartLink({ quantity, isSignedIn }: { quantity: number; isSignedIn: boolean }) {
  const t = useTranslations("shell");
  const { data } = useQuery({
    queryKey: CART_COUNT,
    queryFn: readCartCount,
    initialData: quantity,
    enabled: isSignedIn,
  });
  const queries = useQueryClient();
  useEffect(() => {
    const isOther = isSignedIn && queries.getQueryData(CART_COUNT) !== quantity;
    if (isOther) void queries.invalidateQueries({ queryKey: CART_COUNT }); // another session, or another tab
  }, [queries, quantity, isSignedIn]);
  const shown = isSignedIn ? data : 0;
  return (
    <Link
      href="/cart"
      prefetch={false}
      className="inline-flex min-h-11 items-center gap-1 rounded-soft px-1 font-medium sm:gap-1.5 sm:px-2 hover:text-cobalt"
    >
      <Icon name="cart" className="size-6" />
      <span className="sr-only sm:not-sr-only">{t("cart")}</span>
      <span className="figures min-w-6 rounded-full bg-cobalt px-1.5 text-center text-sm leading-6 font-semibold text-on-cobalt">
        {shown}
      </span>
      <span className="sr-only">{t("inCart")}</span>
    </Link>
  );
}
