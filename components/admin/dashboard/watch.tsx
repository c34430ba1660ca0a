import { useTranslations } from "next-intl";
import { Notice, StateMark } from "@/components/ui/notice";
import { When } from "@/components/ui/when";
import { Link } from "@/i18n/navigation";
import type { DashboardView } from "@/lib/figures/schemas";

type WatchProps = { figures: Pick<DashboardView, "reviews_older_than_a_day" | "last_proof">; now: Date };

/** What has waited too long for a person, and what the last proof of the ledger found. */
export function Watch({ figures: { reviews_older_than_a_day: old, last_proof: proof }, now }: WatchProps) {
  const t = useTranslations("adminDashboard");
  const broken = Object.entries(proof?.breaches ?? {});
  const when = () => proof && <When at={proof.ran_at} now={now} />;
  return (
    <div className="grid gap-3">
      {old > 0 && (
        <Notice tone="wait">
          <p>
            {t("oldReviews", { count: old })}{" "}
            <Link href="/admin/review" prefetch={false} className="link">
              {t("toReview")}
            </Link>
          </p>
        </Notice>
      )}
      {broken.length > 0 && (
        <Notice tone="bad">
          <p>{t.rich("proof.bad", { when })}</p>
          <ul>
            {broken.map(([name, breaches]) => (
              <li key={name}>
                <bdi className="figures">
                  {name}: {breaches}
                </bdi>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {broken.length === 0 && !proof && <p className="text-ink-soft">{t("proof.never")}</p>}
      {broken.length === 0 && proof && (
        <p>
          <StateMark tone="good">
            <span>{t.rich("proof.good", { when })}</span>
          </StateMark>
        </p>
      )}
    </div>
  );
}
