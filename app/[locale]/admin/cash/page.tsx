import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { PagesOf } from "@/components/admin/pages-of";
import { CashTable } from "@/components/cash/cash-table";
import { CourierSums } from "@/components/cash/courier-sums";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { loadCash } from "@/lib/cash/loaders";
import { CASH_PLACES } from "@/lib/cash/model";
import { type Address, pathWith } from "@/lib/http/address-filters";
import { privateMetadata } from "@/lib/http/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminCash"))("title"));
}

export default async function CashPage({ searchParams }: { searchParams: Promise<Address> }) {
  const found = await loadCash(await searchParams);
  if (!found) return <NotFoundPage />;
  const { count, rows, couriers, place, courier, pages, done, now } = found;
  const t = await getTranslations("adminCash");
  return (
    <div className="grid gap-5">
      <h1>{t("title")}</h1>
      {done && (
        <Notice tone={done.refused > 0 ? "wait" : "good"} role="status">
          <p>{t("done", { recorded: done.recorded })}</p>
          {done.refused > 0 && <p>{t("refused", { refused: done.refused })}</p>}
        </Notice>
      )}
      <CourierSums couriers={couriers} />
      <nav aria-label={t("where")} className="flex flex-wrap gap-x-5">
        {CASH_PLACES.map((one) => (
          <Link
            key={one}
            href={pathWith("/admin/cash", { place: one, courier })}
            prefetch={false}
            aria-current={one === place ? "page" : undefined}
            className="link inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline"
          >
            {t(`places.${one}`)}
          </Link>
        ))}
        {courier !== undefined && (
          <Link
            href={pathWith("/admin/cash", { place })}
            prefetch={false}
            className="link inline-flex min-h-11 items-center"
          >
            {t("allCouriers")}
          </Link>
        )}
      </nav>
      <h2 className="text-lg">
        {t(`places.${place}`)}
        {courier && (
          <>
            {" · "}
            <bdi>{courier}</bdi>
          </>
        )}{" "}
        <span className="font-normal text-ink-soft">({count})</span>
      </h2>
      <CashTable place={place} rows={rows} now={now} />
      <PagesOf pages={pages} />
    </div>
  );
}
