"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useActionState, useEffect } from "react";
import { CART_COUNT } from "@/components/cart/cart-keys";
import { RefillNotice } from "@/components/orders/refill-notice";
import { Button } from "@/components/ui/button";
import { orderAgainAction } from "@/lib/orders/actions";

/** The same goods into the cart; what is gone, fewer or of another price is said before anything is ordered. */
export function OrderAgain({ orderId, formKey }: { orderId: number; formKey: string }) {
  const t = useTranslations("orderForms");
  const queries = useQueryClient();
  const [refill, again, isPending] = useActionState(orderAgainAction, null);
  useEffect(() => {
    if (refill) void queries.invalidateQueries({ queryKey: CART_COUNT });
  }, [refill, queries]);
  const onSubmit = (event: FormEvent) => isPending && event.preventDefault();
  return (
    <form action={again} onSubmit={onSubmit} className="grid gap-2">
      <input type="hidden" name="order_id" value={orderId} />
      <input type="hidden" name="form_key" value={refill?.formKey ?? formKey} />
      <Button kind="quiet" wide aria-disabled={isPending} aria-describedby="again-hint">
        {t("again")}
      </Button>
      <p id="again-hint" className="text-[0.9375rem] text-ink-soft">
        {t("againHint")}
      </p>
      <div role="status">{refill && <RefillNotice refill={refill} />}</div>
    </form>
  );
}
