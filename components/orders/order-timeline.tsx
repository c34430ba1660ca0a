import { useTranslations } from "next-intl";
import { type TimelineStep, timelineOf } from "@/components/orders/timeline-of";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { When } from "@/components/ui/when";
import type { OrderView, TrackedOrderView } from "@/lib/orders/schemas";
import type { ToldRefund } from "@/lib/refunds/list-refunds";

type OrderTimelineProps = {
  order: OrderView | TrackedOrderView;
  refunds?: readonly ToldRefund[];
  me?: string;
  now: Date;
};

const THREAD =
  "after:absolute after:start-[11px] after:top-7 after:-bottom-0.5 after:w-0.5 after:bg-line last:after:hidden";

/** The order's story, oldest first; what is still to come is said quietly. */
export function OrderTimeline({ order, refunds, me, now }: OrderTimelineProps) {
  const t = useTranslations("order");
  const steps = timelineOf({ ...order, refunds, me });
  const latest = steps.findLastIndex((step) => step.isDone);
  return (
    <Card title={t("timeline")}>
      <ol className="grid">
        {steps.map((step, at) => (
          <li
            key={step.isDone ? `${step.kind} ${step.at}` : step.kind}
            className={`relative grid gap-0.5 ps-9 pb-4 last:pb-0 ${THREAD}`}
          >
            <Dot isDone={step.isDone} isLatest={at === latest} />
            {step.isDone ? (
              <>
                <span className={at === latest ? "font-semibold" : "font-medium"}>
                  <Told step={step} />
                </span>
                <span className="text-[0.9375rem] text-ink-soft">
                  <When at={step.at} now={now} />
                </span>
                {step.said && <bdi className="text-[0.9375rem] whitespace-pre-line">{step.said}</bdi>}
              </>
            ) : (
              <span className="text-ink-soft">
                <span className="sr-only">{t("timelineNext")}: </span>
                {t(`toCome.${step.kind}`)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Dot({ isDone, isLatest }: { isDone: boolean; isLatest: boolean }) {
  const look = isDone
    ? isLatest
      ? "border-cobalt bg-cobalt text-on-cobalt"
      : "border-cobalt bg-raised text-cobalt"
    : "border-edge bg-raised";
  return (
    <span className={`absolute start-0 top-0.5 grid size-6 place-items-center rounded-full border-2 ${look}`}>
      {isDone && <Icon name="check" className="size-3.5" />}
    </span>
  );
}

function Told({ step }: { step: Extract<TimelineStep, { isDone: true }> }) {
  const t = useTranslations("order");
  const methods = useTranslations("payment.methods");
  const amount = () => <Money amount={step.amount ?? ""} />;
  if (step.kind !== "paid") return t.rich(`told.${step.kind}`, { amount });
  const isCash = step.method === "cash_on_delivery";
  return t.rich(isCash ? "told.paid_cash" : "told.paid", { amount, method: methods(step.method ?? "jazzcash") });
}
