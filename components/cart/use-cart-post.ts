"use client";

import { notifyManager, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { CART, CART_COUNT, CART_LINES } from "@/components/cart/cart-keys";
import { isSendingNow, sendChanges } from "@/components/cart/send-changes";
import { onCartNews, waitingChanges } from "@/components/cart/waiting-changes";
import { type CartChange, piecesMoved, withAnswer, withoutItems } from "@/lib/cart/model";
import type { CartItemView, FullCartView } from "@/lib/cart/schemas";

type Answer = { change: CartChange; line: CartItemView | null };

notifyManager.setScheduler(queueMicrotask); // an answer and the end of its waiting are drawn as one picture

/** What the shop answered becomes what the browser knows. */
function settleIn(queries: QueryClient, { change, line }: Answer): void {
  void queries.cancelQueries({ queryKey: CART }); // a look that began before this answer may know less
  queries.setQueryData<number>(CART_COUNT, (count = 0) => Math.max(0, count + piecesMoved(change)));
  queries.setQueryData<FullCartView>(CART_LINES, (cart) => {
    if (!cart) return cart;
    if (line?.is_active) return withAnswer(cart, line);
    return change.kind === "remove" ? withoutItems(cart, new Set([change.itemId])) : cart;
  });
}

/**
 * Sends the cart's changes from whatever page the visitor is on, again after a reload and when the network is back,
 * and lets the other tabs follow. `onSession` says that there is a cart to ask for.
 */
export function useCartPost(onSession: () => void): void {
  const queries = useQueryClient();
  useEffect(() => {
    let isOpen = true;
    const others = "BroadcastChannel" in window ? new BroadcastChannel("sauda-cart") : null;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel's other ends are our own tabs
    const tellOthers = (answer: Answer | null) => isOpen && others?.postMessage(answer);
    const take = (answer: Answer | null) => {
      if (!answer) return void queries.invalidateQueries({ queryKey: CART });
      onSession();
      settleIn(queries, answer);
    };
    const send = (): void => {
      if (waitingChanges().length === 0) return;
      void queries.cancelQueries({ queryKey: CART });
      const settled = (answer: Answer) => {
        take(answer);
        tellOthers(answer);
      };
      void sendChanges(settled).then(() => {
        if (isSendingNow() || !navigator.onLine) return;
        if (waitingChanges().length > 0) return send(); // came while the last one was answered
        take(null);
        tellOthers(null);
      });
    };
    others?.addEventListener("message", ({ data }: MessageEvent<Answer | null>) => take(data));
    window.addEventListener("online", send);
    const stop = onCartNews(send);
    send();
    return () => {
      isOpen = false;
      others?.close();
      window.removeEventListener("online", send);
      stop();
    };
  }, [queries, onSession]);
}
