"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useActionState, useState } from "react";
import { changeCart } from "@/components/cart/change-cart";
import { QuantityStepper } from "@/components/cart/quantity-stepper";
import { readQuantity } from "@/components/cart/read-quantity";
import { RefusalWords } from "@/components/cart/refusal-words";
import { useRefusedChanges } from "@/components/cart/use-cart-news";
import { Button, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useOnline } from "@/components/ui/use-online";
import { Link } from "@/i18n/navigation";
import { addItemAction } from "@/lib/cart/actions";
import { MAX_QUANTITY } from "@/lib/cart/model";
import { UNTOUCHED } from "@/lib/http/form-state";

type AddToCartProps = { itemCode: string; name: string; unitPrice: string; imageUrl: string | null; stock: number };

/** The visitor stays and the header's count moves at once; before JavaScript the form itself leads to the cart. */
export function AddToCart({ itemCode, name, unitPrice, imageUrl, stock }: AddToCartProps) {
  const t = useTranslations("product");
  const words = useTranslations("fields");
  const isOnline = useOnline();
  const [served, formAction] = useActionState(addItemAction, UNTOUCHED);
  const [text, setText] = useState(served.values.quantity ?? "1");
  const [isMistyped, setMistyped] = useState(served.errors.quantity !== undefined);
  const [added, setAdded] = useState(0);
  const refused = useRefusedChanges().find(({ change }) => change.itemCode === itemCode)?.refusal ?? null;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("quantity"); // also what was typed before this page woke up
    const quantity = typeof typed === "string" ? readQuantity(typed) : null;
    setMistyped(quantity === null);
    if (quantity === null) return;
    setAdded((before) => (refused ? 0 : before) + quantity);
    changeCart({ kind: "add", itemCode, name, quantity, unitPrice, imageUrl });
  }

  const problem = refused ?? (served.errors.quantity ? null : served.problem);
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid gap-4">
      <input type="hidden" name="product_item_code" value={itemCode} />
      <div className="grid gap-1.5">
        <label htmlFor="quantity" className="font-medium">
          {t("quantity")}
        </label>
        <QuantityStepper
          id="quantity"
          name="quantity"
          value={text}
          onType={setText}
          onStep={(quantity) => setText(String(quantity))}
          less={t("less")}
          more={t("more")}
          most={Math.min(stock, MAX_QUANTITY)}
          aria-invalid={isMistyped || undefined}
          aria-describedby={isMistyped ? "quantity-error" : undefined}
        />
        {isMistyped && (
          <p id="quantity-error" role="alert" className="font-medium text-bad">
            {words("quantity")}
          </p>
        )}
      </div>
      <Button size="large" wide className="active:scale-[0.98] sm:w-auto sm:justify-self-start sm:px-12">
        {t("add")}
      </Button>
      {problem && (
        <Notice tone="bad" role="alert">
          <RefusalWords name={name} refusal={problem} />
        </Notice>
      )}
      <div role="status">
        {added > 0 && !problem && (
          <Notice tone={isOnline ? "good" : "wait"}>
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p>{isOnline ? t("added", { count: added }) : t("addedLater", { count: added })}</p>
              {isOnline && (
                <Link href="/cart#lines" prefetch={false} className={buttonClass({ kind: "quiet", size: "small" })}>
                  {t("toCart")}
                </Link>
              )}
            </div>
          </Notice>
        )}
      </div>
    </form>
  );
}
