"use client";

import { useTranslations } from "next-intl";

const SAID_AS_THEY_ARE = [
  "product_unavailable",
  "product_not_found",
  "item_not_found",
  "quantity_limit",
  "too_many_requests",
  "not_signed_in",
  "unreachable",
] as const;

type RefusalWordsProps = { name: string; refusal: { code: string; available?: number } };

/** Which product, why not, and that the cart is as it was. */
export function RefusalWords({ name, refusal: { code, available = 0 } }: RefusalWordsProps) {
  const t = useTranslations("refused");
  if (code === "insufficient_stock") return <p>{t("insufficient_stock", { name, available })}</p>;
  return <p>{t(SAID_AS_THEY_ARE.find((said) => said === code) ?? "other", { name })}</p>;
}
