import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { PagesOf } from "@/components/admin/pages-of";
import { DaysTable } from "@/components/settlements/days-table";
import { OutcomeLinks } from "@/components/settlements/outcome-links";
import { RowsTable } from "@/components/settlements/rows-table";
import { TakenIn } from "@/components/settlements/taken-in";
import { When } from "@/components/ui/when";
import { Link } from "@/i18n/navigation";
import type { Address } from "@/lib/http/address-filters";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadSettlement } from "@/lib/settlements/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminSettlements"))("title"));
}

type SettlementPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Address> };

export default async function SettlementPage({ params, searchParams }: SettlementPageProps) {
  const found = await loadSettlement((await params).id, await searchParams);
  if (!found) return <NotFoundPage />;
  const { settlement, days, rows, outcome, line, notice, pages, now } = found;
  const t = await getTranslations("adminSettlements");
  return (
    <div className="grid gap-5">
      <Link href="/admin/settlements" prefetch={false} className="link justify-self-start">
        {t("back")}
      </Link>
      <h1>
        <bdi>{settlement.name}</bdi>
      </h1>
      {(notice === "taken" || notice === "known") && <TakenIn settlement={settlement} notice={notice} />}
      <p className="text-ink-soft">
        {t(`sources.${settlement.source}`)} · <When at={settlement.created_at} now={now} />
      </p>
      <DaysTable days={days} />
      <OutcomeLinks settlement={settlement} outcome={outcome} line={line} />
      <RowsTable rows={rows} />
      <PagesOf pages={pages} />
    </div>
  );
}
