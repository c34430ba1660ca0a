import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import { getPathname } from "@/i18n/navigation";
import type { Range, RangeChoice } from "@/lib/figures/model";

const CHOICES = { today: "today", "7": "week", "30": "month" } as const;
const DATE = "min-h-11 rounded-soft border border-edge bg-raised px-3";

/** Which days are shown: three usual ranges, or any. */
export function RangePicker({ range: { from, to }, choice }: { range: Range; choice: RangeChoice | null }) {
  const t = useTranslations("adminDashboard.range");
  const locale = useLocale();
  return (
    <nav aria-label={t("title")} className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <ul className="flex gap-1">
        {(["today", "7", "30"] as const).map((one) => (
          <li key={one}>
            <Link
              href={`/admin?range=${one}`}
              prefetch={false}
              aria-current={one === choice ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-soft border border-edge bg-raised px-3 hover:border-ink aria-[current]:border-cobalt aria-[current]:font-semibold aria-[current]:text-cobalt"
            >
              {t(CHOICES[one])}
            </Link>
          </li>
        ))}
      </ul>
      <form action={getPathname({ href: "/admin", locale })} className="flex flex-wrap items-center gap-2">
        <label className="flex items-center gap-2">
          {t("from")}
          <input type="date" name="from" defaultValue={from} required className={DATE} />
        </label>
        <label className="flex items-center gap-2">
          {t("to")}
          <input type="date" name="to" defaultValue={to} required className={DATE} />
        </label>
        <Button kind="quiet" size="small">
          {t("show")}
        </Button>
      </form>
    </nav>
  );
}
