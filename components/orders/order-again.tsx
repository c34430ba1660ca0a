"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { CART_COUNT } from "@/components/cart/cart-keys";
import { Button, buttonClass } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { orderAgainAction } from "@/lib/orders/actions";

/** The same goods into the cart; what is gone or dearer is said before anything is ordered. */
export function OrderAgain({ orderId }: { orderId: number }) {
  const t = useTranslations("orderForms");
  const queries = useQueryClient();
  const [refill, again, isPending] = useActionState(orderAgainAction, null);
  useEffect(() => {
    if (refill) void queries.invalidateQueries({ queryKey: CART_COUNT });
  }, [refill, queries]);
  return (
    <form action={again} className="grid gap-3">
      <input type="hidden" name="order_id" value={orderId} />
      <Button kind="quiet" wide aria-disabled={isPending}>
        {t("again")}
      </Button>
      <div role="status">
        {refill && (
          <Notice tone={refill.gone.length > 0 || refill.dearer.length > 0 ? "wait" : "good"}>
            <p>{t("againDone", { count: refill.added })}</p>
            {refill.gone.length > 0 && <p>{t("againGone", { names: refill.gone.join(", ") })}</p>}
            {refill.dearer.map((line) => (
              <p key={line.name}>
                {t.rich("againDearer", {
                  name: line.name,
                  old: () => <Money amount={line.was} />,
                  new: () => <Money amount={line.now} className="font-semibold" />,
                })}
              </p>
            ))}
            {refill.added > 0 && (
              <Link href="/cart#lines" prefetch={false} className={buttonClass({ size: "small" })}>
                {t("againCart")}
              </Link>
            )}
          </Notice>
        )}
      </div>
    </form>
  );
}
