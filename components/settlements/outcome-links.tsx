import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import { SETTLEMENT_OUTCOMES, type SettlementOutcome } from "@/lib/settlements/model";
import type { SettlementView } from "@/lib/settlements/schemas";

type OutcomeLinksProps = {
  settlement: SettlementView;
  outcome: SettlementOutcome | undefined;
  line: number | undefined;
};

const LOOK = "link inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline";

/** All rows of a file, or those that turned out to be the same; what differs also leads to the review queue. */
export async function OutcomeLinks({ settlement, outcome, line }: OutcomeLinksProps) {
  const [t, admin] = await Promise.all([getTranslations("adminSettlements"), getTranslations("admin")]);
  const path = `/admin/settlements/${settlement.id}`;
  const { outcomes } = settlement;
  return (
    <nav aria-label={t("stand")} className="flex flex-wrap items-center gap-x-5">
      <Link href={path} prefetch={false} aria-current={outcome || line ? undefined : "page"} className={LOOK}>
        {admin("all")} ({settlement.rows})
      </Link>
      {line !== undefined && (
        <Link href={`${path}?line=${line}`} prefetch={false} aria-current="page" className={LOOK}>
          {t("oneLine", { line })}
        </Link>
      )}
      {SETTLEMENT_OUTCOMES.filter((one) => outcomes[one] > 0 || one === outcome).map((one) => (
        <Link
          key={one}
          href={`${path}?outcome=${one}`}
          prefetch={false}
          aria-current={one === outcome ? "page" : undefined}
          className={LOOK}
        >
          {t(`outcomes.${one}`)} ({outcomes[one]})
        </Link>
      ))}
      {outcomes.differing + outcomes.missing_here > 0 && (
        <Link href={`/admin/review?file=${settlement.id}`} prefetch={false} className={`${LOOK} ms-auto`}>
          {t("toReview")}
        </Link>
      )}
    </nav>
  );
}
