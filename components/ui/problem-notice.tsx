"use client";

import { useLocale, useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { useFocusOn } from "@/components/ui/use-focus-on";
import type { FormProblem } from "@/lib/http/form-state";

const SAID_AS_THEY_ARE = [
  "product_unavailable",
  "product_not_found",
  "item_not_found",
  "quantity_limit",
  "cart_empty",
  "order_already_paid",
  "cash_not_possible",
  "call_first",
  "order_cancelled",
  "order_not_cancellable",
  "payment_in_progress",
  "invalid_transition",
  "gateway_unavailable",
  "too_many_requests",
  "not_signed_in",
  "database_unavailable",
  "unreachable",
] as const;

/** Why the shop refused, in words, and where to look. Comes into view and takes the focus when it appears. */
export function ProblemNotice({ problem }: { problem: FormProblem | null }) {
  const box = useFocusOn(problem);
  if (!problem) return null;
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Notice tone="bad" role="alert">
        <ProblemWords problem={problem} />
      </Notice>
    </div>
  );
}

function ProblemWords({ problem }: { problem: FormProblem }) {
  const t = useTranslations("problems");
  const isUrdu = useLocale() === "ur";
  const { code, products = [], available, expected_total = "0", total_amount = "0" } = problem;
  if (code === "invalid_input") return <p>{t("checkFields")}</p>;
  if (code === "total_changed") {
    return (
      <p>
        {t.rich("total_changed", {
          old: () => (
            <s>
              <Money amount={expected_total} />
            </s>
          ),
          new: () => (
            <strong>
              <Money amount={total_amount} />
            </strong>
          ),
        })}
      </p>
    );
  }
  if ((code === "insufficient_stock" || code === "product_unavailable") && products.length > 0) {
    return (
      <>
        {products.map((product) => (
          <p key={product.product_item_code}>
            {t(`${code}_of`, {
              name: (isUrdu && product.product_name_ur) || product.product_name,
              available: product.available ?? 0,
            })}
          </p>
        ))}
        <p>{t("stockNext")}</p>
      </>
    );
  }
  if (code === "insufficient_stock") return <p>{t(code, { available: available ?? 0 })}</p>;
  return <p>{t(SAID_AS_THEY_ARE.find((said) => said === code) ?? "other")}</p>;
}
