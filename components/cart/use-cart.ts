"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { CartRefusal, readCart, removeLine, setQuantity } from "@/components/cart/cart-api";
import { CART_COUNT, CART_LINES } from "@/components/cart/cart-keys";
import { withoutItems, withQuantity } from "@/lib/cart/model";
import type { CartView } from "@/lib/cart/schemas";

const CHANGE = ["cart", "change"] as const;
const scope = { id: "cart" }; // one change after the other, so that no older answer overwrites a newer one

/** The cart as the visitor sees it: changes show at once and are sent in their order. */
export function useCart(initial: CartView) {
  const queries = useQueryClient();
  const { data: cart } = useQuery({ queryKey: CART_LINES, queryFn: readCart, initialData: initial, gcTime: 0 });
  const wanted = useRef(new Map<number, number>());
  const [refusal, setRefusal] = useState<{ itemId: number; error: Error } | null>(null);
  const isRefused = useRef(false);
  const isSavingNow = () => queries.isMutating({ mutationKey: CHANGE }) > 0;

  const show = (change: (cart: CartView) => CartView) => {
    const next = queries.setQueryData<CartView>(CART_LINES, (known = initial) => change(known));
    if (next) queries.setQueryData(CART_COUNT, next.total_quantity);
  };

  useEffect(() => {
    queries.setQueryData(CART_LINES, initial);
  }, [queries, initial]);
  useEffect(() => {
    queries.setQueryData(CART_COUNT, cart.total_quantity);
  }, [queries, cart.total_quantity]);

  const begin = async () => {
    setRefusal(null);
    isRefused.current = false;
    await queries.cancelQueries({ queryKey: CART_LINES });
  };
  const settle = () => {
    if (queries.isMutating({ mutationKey: CHANGE }) <= 1) return queries.invalidateQueries({ queryKey: CART_LINES });
  };
  const refuse = (error: Error, itemId: number) => {
    isRefused.current = true;
    setRefusal({ itemId, error });
  };

  const change = useMutation({
    mutationKey: CHANGE,
    scope,
    mutationFn: async ({ itemId }: { itemId: number; quantity: number }) => {
      const quantity = wanted.current.get(itemId);
      if (quantity === undefined) return; // an earlier turn has sent the newest wish already
      wanted.current.delete(itemId);
      await setQuantity(itemId, quantity);
    },
    onMutate: begin,
    onError: (error, { itemId }) => refuse(error, itemId),
    onSettled: settle,
  });

  const remove = useMutation({
    mutationKey: CHANGE,
    scope,
    mutationFn: (itemId: number) => removeLine(itemId),
    onMutate: begin,
    onError: (error, itemId) => {
      if (!(error instanceof CartRefusal && error.code === "item_not_found")) refuse(error, itemId);
    },
    onSettled: settle,
  });

  return {
    cart,
    refusal,
    isSavingNow,
    /** Once all changes have been answered: whether none of the last ones was refused. */
    whenSaved: () =>
      new Promise<boolean>((resolve) => {
        const stop = queries.getMutationCache().subscribe(() => {
          if (isSavingNow()) return;
          stop();
          resolve(!isRefused.current);
        });
      }),
    changeQuantity: (itemId: number, quantity: number) => {
      wanted.current.set(itemId, quantity);
      show((known) => withQuantity(known, itemId, quantity));
      change.mutate({ itemId, quantity });
    },
    removeItem: (itemId: number) => {
      show((known) => withoutItems(known, new Set([itemId])));
      remove.mutate(itemId);
    },
  };
}
