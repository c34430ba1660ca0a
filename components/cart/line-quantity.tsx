"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useActionState, useState } from "react";
import { QuantityStepper } from "@/components/cart/quantity-stepper";
import { readQuantity } from "@/components/cart/read-quantity";
import { RefusalWords } from "@/components/cart/refusal-words";
import { Button } from "@/components/ui/button";
import { updateItemAction } from "@/lib/cart/actions";
import type { CartItemView } from "@/lib/cart/schemas";
import { UNTOUCHED } from "@/lib/http/form-state";

type LineQuantityProps = { item: CartItemView; name: string; onChange: (quantity: number) => void };

/** A changed quantity counts at Enter, on leaving the field and by the stepper; without JavaScript by "Update". */
export function LineQuantity({ item, name, onChange }: LineQuantityProps) {
  const t = useTranslations("cart");
  const words = useTranslations("fields");
  const [served, updateForm] = useActionState(updateItemAction, UNTOUCHED);
  const [typed, setTyped] = useState({ text: served.values.quantity ?? String(item.quantity), over: item.quantity });
  const [isMistyped, setMistyped] = useState(served.errors.quantity !== undefined);
  const problem = served.errors.quantity ? null : served.problem;
  const errorId = `quantity-${item.id}-error`;

  const text = typed.over === item.quantity ? typed.text : String(item.quantity);
  const setText = (words: string) => setTyped({ text: words, over: item.quantity });

  function commit(typed: string) {
    const quantity = readQuantity(typed);
    setMistyped(quantity === null);
    if (quantity === null || quantity === item.quantity) return;
    setTyped({ text: String(quantity), over: quantity }); // a refusal brings the old quantity back
    onChange(quantity);
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    commit(text);
  }
  function onStep(quantity: number) {
    setText(String(quantity));
    commit(String(quantity));
  }

  return (
    <form action={updateForm} onSubmit={onSubmit} noValidate className="grid gap-1.5">
      <input type="hidden" name="item_id" value={item.id} />
      <div className="flex gap-1.5">
        <QuantityStepper
          name="quantity"
          aria-label={t("quantityOf", { name })}
          value={text}
          onType={setText}
          onBlur={() => commit(text)}
          onStep={onStep}
          less={t("less", { name })}
          more={t("more", { name })}
          disabled={item.id < 0}
          aria-invalid={isMistyped || undefined}
          aria-describedby={isMistyped ? errorId : undefined}
        />
        <noscript>
          <Button kind="quiet" size="small">
            {t("update")}
          </Button>
        </noscript>
      </div>
      {(isMistyped || problem) && (
        <div id={errorId} role="alert" className="max-w-60 text-[0.9375rem] font-medium text-bad">
          {isMistyped ? words("quantity") : problem && <RefusalWords name={name} refusal={problem} />}
        </div>
      )}
    </form>
  );
}
