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

type TotalsView = Omit<QuoteView, "free_delivery_from" | "delivery_by_city"> & { delivery_by_city?: boolean };

/** A charge that no city has settled yet is called neither free nor final. */
function DeliveryCost({ delivery_charge, delivery_by_city }: TotalsView) {
  const t = useTranslations("totals");
  const isNothing = Number(delivery_charge) === 0;
  if (!delivery_by_city) return isNothing ? t("free") : <Money amount={delivery_charge} />;
  return (
    <>
      {!isNothing && <Money amount={delivery_charge} />} <span className="text-ink-soft">{t("byCity")}</span>
    </>
  );
}

/** What it costs and why. */
export function Totals({ totals }: { totals: TotalsView }) {
  const t = useTranslations("totals");
  return (
    <dl className="grid gap-1.5">
      <Line label={t("items")}>
        <Money amount={totals.items_total} />
      </Line>
      <Line label={t("delivery")}>
        <DeliveryCost {...totals} />
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
