import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { StateMark } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { placeOf, ZEROS } from "@/lib/figures/model";
import type { DashboardView } from "@/lib/figures/schemas";

/** The four numbers that must be zero, each leading to its cases. */
export function Zeros({ zeros }: Pick<DashboardView, "zeros">) {
  const t = useTranslations("adminDashboard");
  return (
    <section aria-labelledby="zeros" className="grid gap-2">
      <h2 id="zeros">{t("zeros")}</h2>
      <ul className="grid gap-3 grid-cols-2 xl:grid-cols-4">
        {ZEROS.map((zero) => {
          const { count, amount } = zeros[zero];
          return (
            <li key={zero}>
              <Link
                href={`/admin/cases/${placeOf(zero)}`}
                prefetch={false}
                className={`card grid h-full content-start gap-1 p-4 hover:border-ink ${count > 0 ? "border-bad bg-bad/10" : ""}`}
              >
                <span className="figures text-3xl font-bold">{count}</span>
                <span className="font-medium">{t(`zero.${zero}`)}</span>
                <StateMark tone={count > 0 ? "bad" : "good"}>
                  {count === 0
                    ? t("isZero")
                    : amount === null
                      ? t("forPerson")
                      : t.rich("isNot", { amount: () => <Money amount={amount} /> })}
                </StateMark>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
