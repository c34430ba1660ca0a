"use client";

import { useLocale, useTranslations } from "next-intl";
import { CartLine } from "@/components/cart/cart-line";
import { CartTotal } from "@/components/cart/cart-total";
import { EmptyCart } from "@/components/cart/empty-cart";
import { ExpiredTray } from "@/components/cart/expired-tray";
import { HurryWords } from "@/components/cart/hurry-words";
import { RefusalWords } from "@/components/cart/refusal-words";
import { useCart } from "@/components/cart/use-cart";
import { useRefusedChanges, useWaitingChanges } from "@/components/cart/use-cart-news";
import { Notice } from "@/components/ui/notice";
import { useOnline } from "@/components/ui/use-online";
import { lineName } from "@/lib/cart/model";
import type { FullCartView } from "@/lib/cart/schemas";

type CartBoardProps = { initial: FullCartView; isSignedIn: boolean; startsAt: string };

export function CartBoard({ initial, isSignedIn, startsAt }: CartBoardProps) {
  const t = useTranslations("cart");
  const locale = useLocale();
  const cart = useCart(initial, isSignedIn, startsAt);
  const waiting = useWaitingChanges();
  const refused = useRefusedChanges();
  const isOnline = useOnline();
  const isHere = (code: string) => cart.items.some((item) => item.product_item_code === code);
  const isEmpty = cart.items.length === 0;

  function focusBeside(at: number) {
    const beside = cart.items[at + 1] ?? cart.items[at - 1];
    requestAnimationFrame(() => document.getElementById(beside ? `remove-${beside.id}` : "cart-empty")?.focus());
  }

  return (
    <div className="flex flex-col gap-6 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
      <div className={isEmpty ? "grid gap-6 lg:col-span-2" : "grid gap-6"}>
        {refused
          .filter(({ change }) => !isHere(change.itemCode))
          .map(({ change, refusal }) => (
            <Notice key={change.id} tone="bad" role="alert">
              <RefusalWords name={change.name} refusal={refusal} />
            </Notice>
          ))}
        {isEmpty ? (
          <EmptyCart isSignedIn={isSignedIn} isCalm={cart.expired_items.length > 0} />
        ) : (
          <ul id="lines" className="card" aria-label={t("items")}>
            {cart.items.map((item, at) => (
              <CartLine
                key={item.product_item_code}
                item={item}
                startsAt={startsAt}
                isHeldUp={!isOnline && waiting.some((change) => change.itemCode === item.product_item_code)}
                refusal={refused.find(({ change }) => change.itemCode === item.product_item_code)?.refusal ?? null}
                onRemove={() => focusBeside(at)}
              />
            ))}
          </ul>
        )}
        <ExpiredTray items={cart.expired_items} />
        <HurryWords
          items={cart.items.map((item) => ({ ...item, product_name: lineName(item, locale) }))}
          startsAt={startsAt}
        />
      </div>
      {!isEmpty && <CartTotal cart={cart} />}
    </div>
  );
}
