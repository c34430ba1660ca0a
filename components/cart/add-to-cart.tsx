"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useActionState, useState } from "react";
import { addToCart } from "@/components/cart/cart-api";
import { CART_COUNT } from "@/components/cart/cart-keys";
import { QuantityStepper } from "@/components/cart/quantity-stepper";
import { readQuantity } from "@/components/cart/read-quantity";
import { Button, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Link } from "@/i18n/navigation";
import { addItemAction } from "@/lib/cart/actions";
import { MAX_QUANTITY } from "@/lib/cart/model";
import { type FormProblem, UNTOUCHED } from "@/lib/http/form-state";
import { problemOf } from "@/components/cart/problem-of";

type AddToCartProps = { itemCode: string; stock: number; isSignedIn: boolean };

/** With a session the visitor stays and the header's count moves at once; without one the form leads to sign in. */
export function AddToCart({ itemCode, stock, isSignedIn }: AddToCartProps) {
  const t = useTranslations("product");
  const words = useTranslations("fields");
  const [served, formAction] = useActionState(addItemAction, UNTOUCHED);
  const [text, setText] = useState(served.values.quantity ?? "1");
  const [isMistyped, setMistyped] = useState(served.errors.quantity !== undefined);
  const queries = useQueryClient();
  const moveCount = (by: number) => queries.setQueryData<number>(CART_COUNT, (count = 0) => count + by);

  const add = useMutation({
    mutationFn: (quantity: number) => addToCart(itemCode, quantity),
    onMutate: (quantity) => moveCount(quantity),
    onError: (_error, quantity) => moveCount(-quantity),
  });

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (!isSignedIn) return;
    event.preventDefault();
    const quantity = readQuantity(text);
    setMistyped(quantity === null);
    if (quantity !== null) add.mutate(quantity);
  }

  const problem: FormProblem | null = add.error ? problemOf(add.error) : served.errors.quantity ? null : served.problem;
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
      <Button size="large" wide className="sm:w-auto sm:justify-self-start sm:px-12">
        {t("add")}
      </Button>
      {!isSignedIn && <p className="text-[0.9375rem] text-ink-soft">{t("signInNote")}</p>}
      <ProblemNotice problem={problem} />
      <div role="status">
        {add.isSuccess && (
          <Notice tone="good">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p>{t("added", { count: add.data.item.quantity })}</p>
              <Link href="/cart#lines" prefetch={false} className={buttonClass({ kind: "quiet", size: "small" })}>
                {t("toCart")}
              </Link>
            </div>
          </Notice>
        )}
      </div>
    </form>
  );
}
