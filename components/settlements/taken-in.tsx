import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { SETTLEMENT_OUTCOMES } from "@/lib/settlements/model";
import type { SettlementView } from "@/lib/settlements/schemas";

type TakenInProps = { settlement: SettlementView; notice: "taken" | "known" };

/** What became of a file that was just sent: how many rows of which kind, each leading to them. */
export function TakenIn({ settlement: { id, outcomes }, notice }: TakenInProps) {
  const t = useTranslations("adminSettlements");
  const differences = outcomes.differing + outcomes.missing_here;
  const tone = differences > 0 ? "wait" : notice === "taken" ? "good" : "calm";
  return (
    <Notice tone={tone} role="status">
      <p>
        {t(`notices.${notice}`)} {differences > 0 && t("asked", { count: differences })}
      </p>
      <ul className="flex flex-wrap gap-x-5">
        {SETTLEMENT_OUTCOMES.filter((one) => outcomes[one] > 0).map((one) => (
          <li key={one}>
            <Link
              href={`/admin/settlements/${id}?outcome=${one}`}
              prefetch={false}
              className="link inline-flex min-h-11 items-center"
            >
              {t(`counts.${one}`, { count: outcomes[one] })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
