"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { CART_COUNT } from "@/components/cart/cart-keys";
import { CheckCard } from "@/components/checkout/check-card";
import { ErrorSummary } from "@/components/checkout/error-summary";
import { type FieldOf, fieldWord } from "@/components/checkout/fields-of";
import { PaymentMethods } from "@/components/checkout/payment-methods";
import type { SavedPlace } from "@/components/checkout/saved-addresses";
import { forgetTyping, useKeptTyping } from "@/components/checkout/use-kept-typing";
import { useQuote } from "@/components/checkout/use-quote";
import { type Places, WhereCard } from "@/components/checkout/where-card";
import { WhoCard } from "@/components/checkout/who-card";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { useRouter } from "@/i18n/navigation";
import { checkOutAction } from "@/lib/orders/actions";
import type { QuoteView } from "@/lib/orders/schemas";

const TYPING_MS = 300;

/** The fields of the summary by what they are called, in the order in which they stand. */
const LABELS = {
  customer_name: "name",
  customer_phone: "phone",
  customer_email: "email",
  address_id: "savedAddresses",
  shipping_city: "city",
  shipping_area: "area",
  shipping_address: "address",
  notes: "notes",
  payment_method: "how",
  wallet_phone: "walletPhone",
  cnic_last6: "cnic",
  discount_code: "code",
} as const;
const NAMES = Object.keys(LABELS) as (keyof typeof LABELS)[];

type CheckoutFormProps = {
  formKey: string;
  userId: number;
  known: Record<string, string>;
  quote: QuoteView;
  places: Places;
  saved: SavedPlace[];
  canSave: boolean;
  lines: ReactNode;
};

/** One page: who, where, how to pay, check. */
export function CheckoutForm({ formKey, userId, known, quote, places, saved, canSave, lines }: CheckoutFormProps) {
  const t = useTranslations("checkout");
  const words = useTranslations("fields");
  const queries = useQueryClient();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typedKey = `checkout-${userId}`;
  const { state, isPending, formProps } = useFormAction(checkOutAction, () => {
    forgetTyping(typedKey);
    queries.setQueryData(CART_COUNT, 0);
  });
  const price = useQuote(quote, state);
  useKeptTyping(form, typedKey, () => askAgain());

  const { errors, problem } = state;
  const isFilled = Object.keys(state.values).length > 0;
  const values = isFilled ? state.values : known;
  const total = price.quote.total_amount;
  const isOfFields =
    problem?.code === "invalid_input" ||
    problem?.code === "discount_code_used_up" ||
    problem?.code === "cash_not_possible";
  const newTotal = problem?.code === "total_changed" ? problem.total_amount : undefined;

  useEffect(() => {
    if (newTotal) router.refresh(); // the lines beside the form shall add up to what the button says
  }, [newTotal, router]);

  function askAgain(): void {
    if (!form.current) return;
    const data = new FormData(form.current);
    const text = (name: string) => {
      const value = data.get(name);
      return typeof value === "string" ? value.trim() : "";
    };
    const chosen = saved.find(({ id }) => String(id) === data.get("address_id"));
    void price.ask({ city: chosen?.city ?? text("shipping_city"), code: text("discount_code") });
  }

  function onChange({ target }: FormEvent<HTMLFormElement>): void {
    const { name } = target as HTMLInputElement;
    if (name !== "shipping_city" && name !== "address_id") return;
    clearTimeout(typing.current);
    typing.current = setTimeout(askAgain, name === "address_id" ? 0 : TYPING_MS);
  }

  const said = (name: string) => {
    const wrong = errors[name];
    return wrong && words(fieldWord(name, wrong));
  };
  const field: FieldOf = (name) => ({ name, defaultValue: values[name], error: said(name) });
  const summary = NAMES.flatMap((name) => {
    const wrong = said(name);
    return wrong ? [{ name, label: t(LABELS[name]), words: wrong }] : [];
  });

  return (
    <form
      ref={form}
      {...formProps}
      onChange={onChange}
      className="flex flex-col gap-4 lg:grid lg:grid-cols-[minmax(0,1fr)_23rem] lg:grid-rows-[auto_1fr] lg:items-start lg:gap-x-6"
    >
      <button hidden aria-hidden tabIndex={-1} />
      <input type="hidden" name="form_key" value={formKey} />
      <input type="hidden" name="expected_total" value={total} />
      <div className="grid gap-4 lg:row-span-2">
        <ErrorSummary lines={summary} problem={problem} />
        {!(summary.length > 0 && isOfFields) && <ProblemNotice problem={problem} />}
        <WhoCard field={field} />
        <WhereCard field={field} places={places} saved={saved} canSave={canSave} />
        <Card>
          <PaymentMethods legend={t("how")} values={values} errors={errors} />
        </Card>
      </div>
      <CheckCard
        lines={lines}
        field={field}
        quote={price.quote}
        codeProblem={price.codeProblem && words(fieldWord("discount_code", price.codeProblem))}
        isCodeUsed={price.isUsed}
        onCode={askAgain}
      />
      <div className="sticky lg:top-4 max-lg:card max-lg:bottom-0 max-lg:-mx-4 max-lg:rounded-b-none max-lg:border-x-0 max-lg:border-b-0 max-lg:p-4 max-lg:shadow-float">
        <Button size="large" wide aria-disabled={isPending}>
          {isPending ? (
            t("placing")
          ) : (
            <>
              {t("place")} <span aria-hidden>·</span> <Money amount={total} />
            </>
          )}
        </Button>
      </div>
    </form>
  );
}
