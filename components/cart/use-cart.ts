"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { readCart } from "@/components/cart/cart-api";
import { CART_COUNT, CART_LINES } from "@/components/cart/cart-keys";
import { useMomentsPassed } from "@/components/cart/shop-clock";
import { useWaitingChanges } from "@/components/cart/use-cart-news";
import { withChange, withoutEnded } from "@/lib/cart/model";
import type { FullCartView } from "@/lib/cart/schemas";

const READ_ANEW_MS = 60_000; // prices, stock and other devices

/** The cart as the visitor wants it: what the shop knows, and over it the changes that it has not answered yet. */
export function useCart(initial: FullCartView, isSignedIn: boolean, startsAt: string): FullCartView {
  const queries = useQueryClient();
  const waiting = useWaitingChanges();
  const count = queries.getQueryData<number>(CART_COUNT) ?? 0;
  const { data: known } = useQuery({
    queryKey: CART_LINES,
    queryFn: readCart,
    initialData: initial,
    initialDataUpdatedAt: Date.parse(startsAt),
    gcTime: 0,
    enabled: (isSignedIn || count > 0) && waiting.length === 0,
    refetchInterval: READ_ANEW_MS,
  });
  useEffect(() => {
    queries.setQueryData(CART_LINES, initial, { updatedAt: Date.parse(startsAt) });
  }, [queries, initial, startsAt]);
  useEffect(() => {
    queries.setQueryData(CART_COUNT, known.total_quantity);
  }, [queries, known.total_quantity]);

  const now = useMomentsPassed(
    startsAt,
    known.items.map((item) => Date.parse(item.expires_at)),
  );
  return useMemo(() => withoutEnded(waiting.reduce(withChange, known), now), [known, waiting, now]);
}
