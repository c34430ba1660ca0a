import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import { getPathname } from "@/i18n/navigation";
import { MOST_DAYS, type ReadRange } from "@/lib/figures/model";

const CHOICES = { today: "today", "7": "week", "30": "month" } as const;
const PROBLEM = "range-problem";
const DATE = "min-h-11 rounded-soft border border-edge bg-raised px-3";

/** Which days are shown: three usual ranges, or any. */
export function RangePicker({ range: { choice, typed, ...shown } }: { range: ReadRange }) {
  const { from, to } = typed ?? shown;
  const t = useTranslations("adminDashboard.range");
  const locale = useLocale();
  const marks = typed ? { "aria-invalid": true, "aria-describedby": PROBLEM } : {};
  return (
    <nav aria-label={t("title")} className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <ul className="flex gap-1">
        {(["today", "7", "30"] as const).map((one) => (
          <li key={one}>
            <Link
              href={`/admin?range=${one}`}
              prefetch={false}
              aria-current={one === choice && !typed ? "true" : undefined}
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
          <input type="date" name="from" defaultValue={from} required className={DATE} {...marks} />
        </label>
        <label className="flex items-center gap-2">
          {t("to")}
          <input type="date" name="to" defaultValue={to} required className={DATE} {...marks} />
        </label>
        <Button kind="quiet" size="small">
          {t("show")}
        </Button>
      </form>
      {typed && (
        <p id={PROBLEM} role="alert" className="basis-full text-bad">
          {t(`problems.${typed.problem}`, { most: MOST_DAYS })} {t("instead")}
        </p>
      )}
    </nav>
  );
}
