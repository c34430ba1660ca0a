import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldOf } from "@/components/checkout/fields-of";
import { Totals } from "@/components/checkout/totals";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import type { QuoteView } from "@/lib/orders/schemas";
import { formatAmount, type Paisa, readAmount } from "@/lib/shared/money";

type CheckCardProps = {
  lines: ReactNode;
  field: FieldOf;
  quote: QuoteView;
  codeProblem: string | undefined;
  isCodeUsed: boolean;
  onCode: () => void;
};

/** What is ordered and what it costs, before the button. */
export function CheckCard({ lines, field, quote, codeProblem, isCodeUsed, onCode }: CheckCardProps) {
  const t = useTranslations("checkout");
  const missing = missingForFree(quote);
  return (
    <Card title={t("check")}>
      {lines}
      <div className="grid items-start gap-2 border-t border-line pt-4 min-[22rem]:grid-cols-[minmax(0,1fr)_auto]">
        <Field
          {...field("discount_code")}
          error={codeProblem}
          label={t("code")}
          optional={t("optional")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          dir="ltr"
          maxLength={40}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            onCode();
          }}
        />
        <Button
          kind="quiet"
          name="intent"
          value="total"
          className="min-h-12 min-[22rem]:mt-[calc(1rem*var(--body-leading,1.5)+--spacing(1.5))]"
          onClick={(event) => {
            event.preventDefault();
            onCode();
          }}
        >
          {isCodeUsed && <Icon name="check" className="size-4 text-good" />}
          {t("applyCode")}
        </Button>
      </div>
      <Totals totals={quote} />
      {missing !== null && (
        <p className="text-[0.9375rem] text-ink-soft">
          {t.rich("moreForFree", { amount: () => <Money amount={missing} className="font-medium text-ink" /> })}
        </p>
      )}
      <Button kind="quiet" name="intent" value="total" className="unscripted">
        {t("updateTotal")}
      </Button>
      <p role="status" className="sr-only">
        {t.rich("newTotal", { amount: () => <Money amount={quote.total_amount} /> })}
      </p>
      <p className="text-[0.9375rem] text-ink-soft">{t("placeNote")}</p>
    </Card>
  );
}

/** How much more makes the delivery free, or null where it is free, never is, or the city is not known yet. */
function missingForFree(quote: QuoteView): string | null {
  const { items_total, delivery_charge, free_delivery_from, delivery_by_city } = quote;
  const [items, from] = [readAmount(items_total), readAmount(free_delivery_from ?? "")];
  if (items === null || from === null || Number(delivery_charge) === 0 || delivery_by_city) return null;
  return from > items ? formatAmount((from - items) as Paisa) : null;
}
