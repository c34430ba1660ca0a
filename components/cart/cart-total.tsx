"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { useWaitingChanges } from "@/components/cart/use-cart-news";
import { onCartNews, refusedChanges, waitingChanges } from "@/components/cart/waiting-changes";
import { buttonClass } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { useOnline } from "@/components/ui/use-online";
import { Link, useRouter } from "@/i18n/navigation";
import { shortageOf } from "@/lib/cart/model";
import type { CartView } from "@/lib/cart/schemas";

/** The sum and the next step. What cannot be had as it stands is settled first; a new price is no hindrance. */
export function CartTotal({ cart }: { cart: CartView }) {
  const t = useTranslations("cart");
  const router = useRouter();
  const waiting = useWaitingChanges();
  const isOnline = useOnline();
  const [isLeaving, setLeaving] = useState(false);
  const isUnsaved = waiting.length > 0;
  const toSettle = cart.items.find((item) => shortageOf(item) !== "none");

  function leave(event: MouseEvent) {
    if (!isUnsaved) return;
    event.preventDefault(); // the last change is still on its way; then the checkout shows it
    if (isLeaving) return;
    setLeaving(true);
    const refusedBefore = new Set(refusedChanges().map(({ change }) => change.id));
    const stop = onCartNews(() => {
      if (waitingChanges().length > 0) return;
      stop();
      setLeaving(false);
      if (refusedChanges().every(({ change }) => refusedBefore.has(change.id))) router.push("/checkout");
    });
  }

  return (
    <section className="card sticky bottom-0 grid gap-3 p-4 shadow-float max-lg:-mx-4 max-lg:rounded-b-none max-lg:border-x-0 max-lg:border-b-0 lg:top-6 lg:bottom-auto lg:p-6 lg:shadow-none">
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{t("total")}</span>
        <Money amount={cart.cart_total} className="text-2xl font-bold" />
      </p>
      <p className="text-[0.9375rem] text-ink-soft max-lg:sr-only">{t("totalNote", { count: cart.total_quantity })}</p>
      {toSettle && <p className="text-[0.9375rem] font-medium text-wait">{t("settleFirst")}</p>}
      {toSettle ? (
        <a href={`#stock-${toSettle.id}`} className={buttonClass({ kind: "quiet", size: "large", wide: true })}>
          {t("checkout")}
        </a>
      ) : (
        <Link
          href="/checkout"
          prefetch={false}
          onClick={leave}
          aria-disabled={isLeaving}
          className={buttonClass({ size: "large", wide: true })}
        >
          {t("checkout")}
        </Link>
      )}
      <p role="status" className="text-[0.9375rem] text-ink-soft empty:hidden">
        {isLeaving && isUnsaved && (isOnline ? t("saving") : t("savingLater"))}
      </p>
    </section>
  );
}
