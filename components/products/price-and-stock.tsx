"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import type { FormState } from "@/lib/http/form-state";

type PriceAndStockProps = { state: FormState; known: { price: string; stock: string }; isAdmin: boolean };

/** A product's price, which staff only read, and how many pieces there are. */
export function PriceAndStock({ state, known, isAdmin }: PriceAndStockProps) {
  const t = useTranslations("adminProducts");
  const words = useTranslations("fields");
  const { values, errors, problem } = state;
  const field = (name: "price" | "stock") => {
    const wrong = errors[name] ?? (name === "stock" ? errors.pieces : undefined);
    return {
      name,
      defaultValue: problem ? (values[name] ?? "") : known[name],
      error: wrong && (wrong === "invalid" ? t(`wrong.${name}`) : words(wrong)),
    };
  };
  return (
    <>
      {isAdmin && (
        <Field {...field("price")} label={t("price")} inputMode="decimal" className="figures" autoComplete="off" />
      )}
      <Field {...field("stock")} label={t("stock")} inputMode="numeric" className="figures" autoComplete="off" />
    </>
  );
}
