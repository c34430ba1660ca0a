"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { StateMark } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { putBackItemAction } from "@/lib/cart/actions";
import type { CartItemView } from "@/lib/cart/schemas";

/** Lines whose time ran out, each with its way back at today's price. */
export function ExpiredTray({ items }: { items: readonly CartItemView[] }) {
  const t = useTranslations("cart");
  if (items.length === 0) return null;
  return (
    <section className="card border-wait">
      <div className="grid gap-1 border-b border-line p-4">
        <h2 className="text-lg">{t("expiredTitle")}</h2>
        <p className="text-[0.9375rem] text-ink-soft">{t("expiredText")}</p>
      </div>
      <ul>
        {items.map((item) => (
          <ExpiredLine key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function ExpiredLine({ item }: { item: CartItemView }) {
  const t = useTranslations("cart");
  const { state, isPending, formProps } = useFormAction(putBackItemAction);
  return (
    <li className="grid gap-3 border-b border-line p-4 last:border-b-0">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div id={`expired-${item.id}`} className="grid min-w-0 gap-1">
          <span className="font-medium">{item.product_name}</span>
          <span className="flex flex-wrap gap-x-3 text-[0.9375rem]">
            <StateMark tone="wait">{t("expired")}</StateMark>
            <span className="text-ink-soft">
              {item.quantity} × <Money amount={item.unit_price} />
            </span>
          </span>
        </div>
        <form {...formProps}>
          <input type="hidden" name="item_id" value={item.id} />
          <Button kind="quiet" aria-describedby={`expired-${item.id}`} aria-disabled={isPending}>
            {t("putBack")}
          </Button>
        </form>
      </div>
      <ProblemNotice problem={state.problem} />
    </li>
  );
}
