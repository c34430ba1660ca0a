import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { When } from "@/components/ui/when";
import type { OrderView } from "@/lib/orders/schemas";

/** The order's story, oldest first. */
export function OrderTimeline({ order, now }: { order: OrderView; now: Date }) {
  const t = useTranslations("order");
  return (
    <Card title={t("timeline")}>
      <ol className="grid">
        {order.status_history.map((change, at) => (
          <li
            key={change.created_at + change.to_status}
            className="relative grid gap-0.5 ps-6 pb-4 last:pb-0 before:absolute before:start-0 before:top-1.5 before:size-3 before:rounded-full before:bg-cobalt after:absolute after:start-[5px] after:top-6 after:bottom-0 after:w-0.5 after:bg-line last:after:hidden"
          >
            <span className="font-medium">{at === 0 ? t("ordered") : t(`steps.${change.to_status}`)}</span>
            <span className="text-[0.9375rem] text-ink-soft">
              <When at={change.created_at} now={now} />
            </span>
            {change.notes && <span className="text-[0.9375rem]">{change.notes}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
