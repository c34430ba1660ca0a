import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { PagesOf } from "@/components/admin/pages-of";
import { UnsettledTable } from "@/components/settlements/unsettled-table";
import { Link } from "@/i18n/navigation";
import { type Address, pathWith } from "@/lib/http/address-filters";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadUnsettled } from "@/lib/settlements/loaders";
import { SETTLEMENT_SOURCES } from "@/lib/settlements/model";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminSettlements"))("unsettled"));
}

export default async function UnsettledPage({ searchParams }: { searchParams: Promise<Address> }) {
  const found = await loadUnsettled(await searchParams);
  if (!found) return <NotFoundPage />;
  const { rows, count, source, afterDays, pages, now } = found;
  const t = await getTranslations("adminSettlements");
  return (
    <div className="grid gap-5">
      <Link href="/admin/settlements" prefetch={false} className="link justify-self-start">
        {t("back")}
      </Link>
      <h1>{t("unsettled")}</h1>
      <p className="text-ink-soft">{t("waiting", { count, days: afterDays })}</p>
      <nav aria-label={t("source")} className="flex flex-wrap gap-x-5">
        {SETTLEMENT_SOURCES.map((one) => (
          <Link
            key={one}
            href={pathWith("/admin/settlements/unsettled", { source: one })}
            prefetch={false}
            aria-current={one === source ? "page" : undefined}
            className="link inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline"
          >
            {t(`sources.${one}`)}
          </Link>
        ))}
      </nav>
      <UnsettledTable rows={rows} now={now} />
      <PagesOf pages={pages} />
    </div>
  );
}
