"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { CART_COUNT } from "@/components/cart/cart-keys";
import { PaymentMethods } from "@/components/checkout/payment-methods";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field, TextArea } from "@/components/ui/field";
import { Money } from "@/components/ui/money";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { useRouter } from "@/i18n/navigation";
import { checkOutAction } from "@/lib/orders/actions";

type CheckoutFormProps = { known: Record<string, string>; total: string; summary: ReactNode };

/** One page: who, where, how to pay, check. */
export function CheckoutForm({ known, total, summary }: CheckoutFormProps) {
  const t = useTranslations("checkout");
  const words = useTranslations("fields");
  const queries = useQueryClient();
  const router = useRouter();
  const { state, isPending, formProps } = useFormAction(checkOutAction, () => queries.setQueryData(CART_COUNT, 0));
  const { errors, problem } = state;
  const values = Object.keys(state.values).length > 0 ? state.values : known;
  const newTotal = problem?.code === "total_changed" ? problem.total_amount : undefined;

  useEffect(() => {
    if (newTotal) router.refresh(); // the lines beside the form shall add up to what the button says
  }, [newTotal, router]);

  const field = (name: string, kind: "phone" | "email" | null = null) => ({
    name,
    defaultValue: values[name],
    error: errors[name] && words(errors[name] === "invalid" && kind ? kind : errors[name]),
  });

  return (
    <form
      {...formProps}
      className="flex flex-col gap-4 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr] lg:items-start lg:gap-x-6"
    >
      <div className="grid gap-4 lg:row-span-2">
        <ProblemNotice problem={problem} />
        <Card title={t("who")}>
          <Field {...field("customer_name")} label={t("name")} autoComplete="name" maxLength={120} aria-required />
          <Field
            {...field("customer_phone", "phone")}
            label={t("phone")}
            hint={t("phoneHint")}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            dir="ltr"
            maxLength={32}
            aria-required
          />
          <Field
            {...field("customer_email", "email")}
            label={t("email")}
            optional={t("optional")}
            type="email"
            inputMode="email"
            autoComplete="email"
            dir="ltr"
            maxLength={254}
          />
        </Card>
        <Card title={t("where")}>
          <TextArea
            {...field("shipping_address")}
            label={t("address")}
            hint={t("addressHint")}
            autoComplete="street-address"
            rows={3}
            maxLength={500}
            aria-required
          />
          <Field
            {...field("shipping_city")}
            label={t("city")}
            autoComplete="address-level2"
            maxLength={80}
            aria-required
          />
          <TextArea {...field("notes")} label={t("notes")} optional={t("optional")} rows={2} maxLength={1000} />
        </Card>
        <Card>
          <PaymentMethods legend={t("how")} values={values} errors={errors} />
        </Card>
      </div>
      <Card title={t("check")}>
        {summary}
        <p className="text-[0.9375rem] text-ink-soft">{t("placeNote")}</p>
      </Card>
      <div className="sticky lg:top-4 max-lg:card max-lg:bottom-0 max-lg:-mx-4 max-lg:rounded-b-none max-lg:border-x-0 max-lg:border-b-0 max-lg:p-4 max-lg:shadow-float">
        <input type="hidden" name="expected_total" value={newTotal ?? total} />
        <Button size="large" wide aria-disabled={isPending}>
          {isPending ? (
            t("placing")
          ) : (
            <>
              {t("place")} <span aria-hidden>·</span> <Money amount={newTotal ?? total} />
            </>
          )}
        </Button>
      </div>
    </form>
  );
}
