import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Money } from "@/components/ui/money";
import type { QuoteView } from "@/lib/orders/schemas";

function Line({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What it costs and why. */
export function Totals({ totals }: { totals: Omit<QuoteView, "free_delivery_from"> }) {
  const t = useTranslations("totals");
  return (
    <dl className="grid gap-1.5">
      <Line label={t("items")}>
        <Money amount={totals.items_total} />
      </Line>
      <Line label={t("delivery")}>
        {Number(totals.delivery_charge) === 0 ? t("free") : <Money amount={totals.delivery_charge} />}
      </Line>
      {Number(totals.discount) > 0 && (
        <Line label={t("discount")}>
          − <Money amount={totals.discount} />
        </Line>
      )}
      <div className="flex items-baseline justify-between gap-4 border-t border-line pt-2 text-lg font-bold">
        <dt>{t("total")}</dt>
        <dd>
          <Money amount={totals.total_amount} />
        </dd>
      </div>
    </dl>
  );
}
