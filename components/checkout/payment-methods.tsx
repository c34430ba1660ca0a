"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { PhoneField } from "@/components/ui/phone-field";
import type { FieldProblem } from "@/lib/http/form-state";

const METHODS = ["jazzcash", "jazzcash_wallet", "cash_on_delivery"] as const;

type PaymentMethodsProps = {
  legend: string;
  hidesLegend?: boolean;
  values: Record<string, string>;
  errors: Record<string, FieldProblem>;
  methods?: readonly (typeof METHODS)[number][];
};

/** The ways to pay. The wallet's fields come when it is chosen, by CSS alone. */
export function PaymentMethods({ legend, hidesLegend, values, errors, methods = METHODS }: PaymentMethodsProps) {
  const t = useTranslations("checkout");
  const words = useTranslations("fields");
  const chosen = values.payment_method ?? methods[0];
  return (
    <fieldset id="field-payment_method" tabIndex={-1} className="wallet-choice grid gap-3">
      <legend className={hidesLegend ? "sr-only" : "mb-3 text-lg font-semibold"}>{legend}</legend>
      {methods.map((method) => {
        const problem = method === "cash_on_delivery" ? errors.payment_method : undefined;
        return (
          <div
            key={method}
            className="rounded-soft border border-edge p-3 has-[[type=radio]:checked]:border-2 has-[[type=radio]:checked]:border-cobalt has-[[type=radio]:checked]:p-[calc(--spacing(3)-1px)]"
          >
            <div className="flex items-start gap-3">
              <input
                type="radio"
                id={`method-${method}`}
                name="payment_method"
                value={method}
                defaultChecked={method === chosen}
                aria-describedby={`method-${method}-hint${problem ? ` method-${method}-error` : ""}`}
                className="mt-1 size-5 accent-cobalt"
              />
              <div className="grid flex-1 gap-0.5">
                <label htmlFor={`method-${method}`} className="font-medium">
                  {t(`methods.${method}`)}
                </label>
                <p id={`method-${method}-hint`} className="text-[0.9375rem] text-ink-soft">
                  {t(`methodHints.${method}`)}
                </p>
                {problem && (
                  <p id={`method-${method}-error`} className="text-[0.9375rem] font-medium text-bad">
                    {words(problem)}
                  </p>
                )}
              </div>
            </div>
            {method === "jazzcash_wallet" && (
              <div className="with-wallet grid gap-4 pt-4 sm:grid-cols-2">
                <PhoneField
                  label={t("walletPhone")}
                  name="wallet_phone"
                  autoComplete="tel-national"
                  defaultValue={values.wallet_phone}
                  hint={t("walletPhoneHint")}
                  error={errors.wallet_phone && words(errors.wallet_phone === "required" ? "required" : "phone")}
                />
                <Field
                  label={t("cnic")}
                  name="cnic_last6"
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={6}
                  dir="ltr"
                  hint={t("cnicHint")}
                  error={errors.cnic_last6 && words(errors.cnic_last6 === "required" ? "required" : "cnic")}
                />
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
