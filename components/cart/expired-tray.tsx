"use client";

import { useLocale, useTranslations } from "next-intl";
import { RefusalWords } from "@/components/cart/refusal-words";
import { ProductPicture } from "@/components/catalog/product-picture";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { Notice, StateMark } from "@/components/ui/notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { putBackItemAction } from "@/lib/cart/actions";
import { lineName, shortageOf } from "@/lib/cart/model";
import type { CartItemView } from "@/lib/cart/schemas";

/** Lines whose time ran out, each with its way back at today's price and stock. */
export function ExpiredTray({ items }: { items: readonly CartItemView[] }) {
  const t = useTranslations("cart");
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="expired-title" className="card border-dashed border-wait">
      <div className="grid gap-1 border-b border-line p-4 sm:px-5">
        <h2 id="expired-title" className="text-lg">
          {t("expiredTitle")}
        </h2>
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
  const name = lineName(item, useLocale());
  const { state, isPending, formProps } = useFormAction(putBackItemAction);
  const available = state.problem?.available ?? item.available;
  const shortage = shortageOf({ quantity: item.quantity, available });
  return (
    <li className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-3 border-b border-line p-4 last:border-b-0 sm:grid-cols-[auto_1fr_auto] sm:px-5">
      <div className="w-14 opacity-60 grayscale">
        <ProductPicture src={item.image_url} size={56} />
      </div>
      <div id={`expired-${item.id}`} className="grid min-w-0 gap-0.5">
        <span className="font-medium">{name}</span>
        <span className="flex flex-wrap gap-x-3 text-[0.9375rem]">
          <StateMark tone="wait">{t("expired")}</StateMark>
          <span className="text-ink-soft">
            {item.quantity} × {item.seen_unit_price !== item.unit_price && <OldPrice amount={item.seen_unit_price} />}
            <Money amount={item.unit_price} />
          </span>
        </span>
        {shortage !== "none" && (
          <span className="text-[0.9375rem] font-medium text-wait">
            {shortage === "fewer" ? t("fewerLeft", { count: available }) : t("soldOutNow")}
          </span>
        )}
      </div>
      <form {...formProps} className="max-sm:col-span-full">
        <input type="hidden" name="item_id" value={item.id} />
        {shortage === "fewer" && <input type="hidden" name="quantity" value={available} />}
        <Button kind="quiet" wide aria-describedby={`expired-${item.id}`} aria-disabled={isPending}>
          {shortage === "fewer" ? t("putBackFewer", { count: available }) : t("putBack")}
        </Button>
      </form>
      {state.problem && (
        <div className="col-span-full">
          <Notice tone="bad" role="alert">
            <RefusalWords name={name} refusal={state.problem} />
          </Notice>
        </div>
      )}
    </li>
  );
}

function OldPrice({ amount }: { amount: string }) {
  return (
    <>
      <s>
        <Money amount={amount} />
      </s>{" "}
      <span aria-hidden className="rtl:inline-block rtl:-scale-x-100">
        →
      </span>{" "}
    </>
  );
}
