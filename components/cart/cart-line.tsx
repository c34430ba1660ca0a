"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useActionState, useState } from "react";
import { problemOf } from "@/components/cart/problem-of";
import { QuantityStepper } from "@/components/cart/quantity-stepper";
import { readQuantity } from "@/components/cart/read-quantity";
import { timeLeft } from "@/components/cart/time-left";
import { ProductPicture } from "@/components/catalog/product-picture";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Link } from "@/i18n/navigation";
import { removeItemAction, updateItemAction } from "@/lib/cart/actions";
import type { CartItemView } from "@/lib/cart/schemas";
import { UNTOUCHED } from "@/lib/http/form-state";

type CartLineProps = {
  item: CartItemView;
  picture: string | null;
  now: number;
  refusal: Error | null;
  onChange: (quantity: number) => void;
  onRemove: () => void;
};

export function CartLine({ item, picture, now, refusal, onChange, onRemove }: CartLineProps) {
  const t = useTranslations("cart");
  const words = useTranslations("fields");
  const [updated, updateForm] = useActionState(updateItemAction, UNTOUCHED);
  const [removed, removeForm] = useActionState(removeItemAction, UNTOUCHED);
  const [typed, setTyped] = useState({ text: updated.values.quantity ?? String(item.quantity), over: item.quantity });
  const [isMistyped, setMistyped] = useState(updated.errors.quantity !== undefined);
  const { product_name: name } = item;
  const left = timeLeft(item.expires_at, now);

  const text = typed.over === item.quantity ? typed.text : String(item.quantity);
  const setText = (words: string) => setTyped({ text: words, over: item.quantity });

  function commit(typed: string) {
    const quantity = readQuantity(typed);
    setMistyped(quantity === null);
    if (quantity === null || quantity === item.quantity) return;
    setTyped({ text: String(quantity), over: quantity }); // a refusal brings the old quantity back
    onChange(quantity);
  }
  const stay = (event: FormEvent, then: () => void) => {
    event.preventDefault();
    then();
  };

  const served = removed.problem ?? (updated.errors.quantity ? null : updated.problem);
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-3 border-b border-line p-4 last:border-b-0 sm:grid-cols-[auto_1fr_auto]">
      <div className="w-18 sm:w-24">
        <ProductPicture src={picture} size={96} />
      </div>
      <div className="grid content-start gap-1">
        <Link
          href={`/products/${encodeURIComponent(item.product_item_code)}`}
          prefetch={false}
          className="font-medium hover:underline"
        >
          {name}
        </Link>
        <p className="text-[0.9375rem] text-ink-soft">
          <Money amount={item.unit_price} /> {t("each")}
        </p>
        {left && (
          <p className={`text-[0.9375rem] ${left.hours === 0 ? "font-medium text-wait" : "text-ink-soft"}`}>
            {left.hours === 0 && left.minutes === 0 ? t("lastMinute") : t("left", left)}
          </p>
        )}
      </div>
      <div className="col-span-2 flex flex-wrap items-center justify-between gap-3 sm:col-span-1 sm:flex-col sm:items-end">
        <div className="flex items-center gap-1.5">
          <form
            action={updateForm}
            onSubmit={(event) => stay(event, () => commit(text))}
            noValidate
            className="flex gap-1.5"
          >
            <input type="hidden" name="item_id" value={item.id} />
            <QuantityStepper
              name="quantity"
              aria-label={t("quantityOf", { name })}
              value={text}
              onType={setText}
              onBlur={() => commit(text)}
              onStep={(quantity) => {
                setText(String(quantity));
                commit(String(quantity));
              }}
              less={t("less", { name })}
              more={t("more", { name })}
              aria-invalid={isMistyped || undefined}
              aria-describedby={isMistyped ? `quantity-${item.id}-error` : undefined}
            />
            <noscript>
              <Button kind="quiet" size="small">
                {t("update")}
              </Button>
            </noscript>
          </form>
          <form action={removeForm} onSubmit={(event) => stay(event, onRemove)}>
            <input type="hidden" name="item_id" value={item.id} />
            <button
              aria-label={t("remove", { name })}
              className="inline-flex size-11 items-center justify-center rounded-soft text-ink-soft hover:text-bad"
            >
              <Icon name="bin" />
            </button>
          </form>
        </div>
        <Money amount={item.subtotal} className="text-lg font-semibold" />
      </div>
      <div className="col-span-full empty:hidden">
        {isMistyped && (
          <p id={`quantity-${item.id}-error`} role="alert" className="font-medium text-bad">
            {words("quantity")}
          </p>
        )}
        <ProblemNotice problem={refusal ? problemOf(refusal) : served} />
      </div>
    </li>
  );
}
