"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect } from "react";
import { CartLine } from "@/components/cart/cart-line";
import { ExpiredTray } from "@/components/cart/expired-tray";
import { isHurried } from "@/components/cart/time-left";
import { useCart } from "@/components/cart/use-cart";
import { buttonClass } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { useClock } from "@/components/ui/use-clock";
import { Link, useRouter } from "@/i18n/navigation";
import { withoutItems } from "@/lib/cart/model";
import type { CartItemView, CartView } from "@/lib/cart/schemas";

type CartBoardProps = { initial: CartView; expired: CartItemView[]; pictures: Record<string, string>; now: string };

const TICK_MS = 10_000;

export function CartBoard({ initial, expired, pictures, now: startsAt }: CartBoardProps) {
  const t = useTranslations("cart");
  const router = useRouter();
  const now = useClock(startsAt, TICK_MS);
  const { cart: known, refusal, isSavingNow, whenSaved, changeQuantity, removeItem } = useCart(initial);

  const ended = known.items.filter((item) => Date.parse(item.expires_at) <= now);
  const cart = withoutItems(known, new Set(ended.map((item) => item.id)));
  const here = new Set(cart.items.map((item) => item.product_item_code));
  const tray = [...ended, ...expired].filter(
    (item, at, all) => !here.has(item.product_item_code) && all.findIndex(({ id }) => id === item.id) === at,
  );

  useEffect(() => {
    const look = () => {
      if (!isSavingNow()) router.refresh(); // what ran out while the tab was away goes to the tray
    };
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  });

  function leave(event: MouseEvent) {
    if (!isSavingNow()) return;
    event.preventDefault(); // the last change is still on its way; then the checkout shows it
    void whenSaved().then((went) => went && router.push("/checkout"));
  }

  return (
    <div className="flex flex-col gap-6 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
      <div className="grid gap-6">
        {cart.items.length > 0 && (
          <ul id="lines" className="card" aria-label={t("items")}>
            {cart.items.map((item) => (
              <CartLine
                key={item.id}
                item={item}
                picture={pictures[item.product_item_code] ?? null}
                now={now}
                refusal={refusal?.itemId === item.id ? refusal.error : null}
                onChange={(quantity) => changeQuantity(item.id, quantity)}
                onRemove={() => removeItem(item.id)}
              />
            ))}
          </ul>
        )}
        {cart.items.length === 0 && (
          <div className="card grid justify-items-center gap-4 p-8 text-center">
            <p>{t("empty")}</p>
            <Link
              href="/products"
              prefetch={false}
              className={buttonClass({ kind: tray.length > 0 ? "quiet" : "primary" })}
            >
              {t("emptyNext")}
            </Link>
          </div>
        )}
        <ExpiredTray items={tray} />
        <p role="status" className="sr-only">
          {cart.items
            .filter((item) => isHurried(item.expires_at, now))
            .map((item) => t("hurry", { name: item.product_name }))
            .join(" ")}
        </p>
      </div>
      {cart.items.length > 0 && (
        <section className="card sticky bottom-0 grid gap-3 p-4 shadow-float max-lg:-mx-4 max-lg:rounded-b-none max-lg:border-x-0 max-lg:border-b-0 lg:static lg:p-6 lg:shadow-none">
          <p className="flex items-baseline justify-between gap-3">
            <span className="font-medium">{t("total")}</span>
            <Money amount={cart.cart_total} className="text-xl font-bold" />
          </p>
          <p className="text-[0.9375rem] text-ink-soft max-lg:sr-only">
            {t("totalNote", { count: cart.total_quantity })}
          </p>
          <Link
            href="/checkout"
            prefetch={false}
            onClick={leave}
            className={buttonClass({ size: "large", wide: true })}
          >
            {t("checkout")}
          </Link>
        </section>
      )}
    </div>
  );
}
