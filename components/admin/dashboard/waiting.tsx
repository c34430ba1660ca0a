import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dayWords } from "@/components/admin/dashboard/day-words";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Money } from "@/components/ui/money";
import { Link } from "@/i18n/navigation";
import { dayOf } from "@/lib/figures/model";
import type { DashboardView } from "@/lib/figures/schemas";

type WaitingProps = {
  figures: Pick<DashboardView, "cash_on_the_road" | "cash_collected" | "carts_expiring" | "unsettled">;
};

const To = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} prefetch={false} className="link">
    {children}
  </Link>
);

/** Money and carts that wait for somebody, each leading to where it is looked after. */
export function Waiting({ figures }: WaitingProps) {
  const t = useTranslations("adminDashboard.waiting");
  const locale = useLocale();
  const { cash_on_the_road: road, cash_collected: held, carts_expiring: carts, unsettled } = figures;
  const oldestRoad = road.oldest_shipped_at && dayOf(new Date(road.oldest_shipped_at));
  const money = (amount: string) => ({ amount: () => <Money amount={amount} /> });
  const late = t.rich("payments", { count: unsettled.payments, ...money(unsettled.amount) });
  const orders = ({ orders: count, amount }: { orders: number; amount: string }, oldest: string | null) =>
    count === 0 ? (
      t("nothing")
    ) : (
      <To href="/admin/cash">
        {t.rich("orders", { count, ...money(amount) })}
        {oldest && ` · ${t("oldest", { date: dayWords(locale, oldest) })}`}
      </To>
    );
  return (
    <Card title={t("title")}>
      <Facts
        facts={[
          [t("road"), orders(road, oldestRoad)],
          [t("collected"), orders(held, held.oldest_day)],
          [
            t("carts"),
            carts.carts === 0 ? (
              t("nothing")
            ) : (
              <To key="carts" href="/admin/carts">
                {t.rich("cartLines", { carts: carts.carts, lines: carts.lines, ...money(carts.amount) })}
              </To>
            ),
          ],
          [
            t("unsettled", { days: unsettled.after_days }),
            unsettled.payments === 0 ? (
              t("nothing")
            ) : (
              <To key="unsettled" href="/admin/settlements/unsettled">
                {late}
              </To>
            ),
          ],
        ]}
      />
    </Card>
  );
}
