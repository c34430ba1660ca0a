"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { readCartCount } from "@/components/cart/cart-api";
import { CART_COUNT } from "@/components/cart/cart-keys";
import { useWaitingChanges } from "@/components/cart/use-cart-news";
import { useCartPost } from "@/components/cart/use-cart-post";
import { Icon } from "@/components/ui/icon";
import { Link, useRouter } from "@/i18n/navigation";
import { piecesMoved } from "@/lib/cart/model";

type CartLinkProps = {
  quantity: number;
  isSignedIn: boolean;
  /** Where the cart is beside the point. */
  isQuiet?: boolean;
};

/** The way to the cart with how many pieces are in it, changes on their way among them. Without a session nothing is asked. */
export function CartLink({ quantity, isSignedIn, isQuiet = false }: CartLinkProps) {
  const t = useTranslations("shell");
  const [openedWhile, setOpenedWhile] = useState<boolean | null>(null);
  useCartPost(useCallback(() => setOpenedWhile(isSignedIn), [isSignedIn]));
  const router = useRouter();
  if (isSignedIn && openedWhile === false) setOpenedWhile(null); // the server knows of the session by now
  useEffect(() => {
    if (openedWhile === false) router.refresh(); // the frame has more to show to a guest
  }, [openedWhile, router]);
  const waiting = useWaitingChanges();
  const { data } = useQuery({
    queryKey: CART_COUNT,
    queryFn: readCartCount,
    initialData: quantity,
    enabled: (isSignedIn || openedWhile === false) && waiting.length === 0,
  });
  const queries = useQueryClient();
  useEffect(() => {
    queries.setQueryData(CART_COUNT, quantity); // another session, another tab, or the server's newer look
  }, [queries, quantity]);
  const shown = waiting.reduce((count, change) => count + piecesMoved(change), data);
  return (
    <Link
      href="/cart"
      prefetch={false}
      className="inline-flex min-h-11 items-center gap-1 rounded-soft px-1 font-medium sm:gap-1.5 sm:px-2 hover:text-cobalt"
    >
      <Icon name="cart" className={isQuiet ? "size-5" : "size-6"} />
      <span className={isQuiet ? "sr-only" : "sr-only sm:not-sr-only"}>{t("cart")}</span>
      <span
        className={`figures text-center text-sm leading-6 ${isQuiet ? "text-ink-soft" : "min-w-6 rounded-full bg-cobalt px-1.5 font-semibold text-on-cobalt"}`}
      >
        {Math.max(0, shown)}
      </span>
      <span className="sr-only">{t("inCart")}</span>
    </Link>
  );
}
