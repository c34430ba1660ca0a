import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { PagesOf } from "@/components/admin/pages-of";
import { FilesTable } from "@/components/settlements/files-table";
import { UploadForm } from "@/components/settlements/upload-form";
import { UploadRefusal } from "@/components/settlements/upload-refusal";
import { Link } from "@/i18n/navigation";
import type { Address } from "@/lib/http/address-filters";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadSettlements } from "@/lib/settlements/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminSettlements"))("title"));
}

export default async function SettlementsPage({ searchParams }: { searchParams: Promise<Address> }) {
  const found = await loadSettlements(await searchParams);
  if (!found) return <NotFoundPage />;
  const { files, source, waiting, afterDays, refusal, pages, now } = found;
  const [t, locale] = await Promise.all([getTranslations("adminSettlements"), getLocale()]);
  return (
    <div className="grid gap-5">
      <h1>{t("title")}</h1>
      {refusal && <UploadRefusal refusal={refusal} />}
      <UploadForm
        locale={locale}
        source={source}
        columns={refusal?.columns ?? []}
        guess={refusal?.guess ?? {}}
        key={refusal?.columns.map(({ name }) => name).join()}
      />
      <p>
        <Link href="/admin/settlements/unsettled" prefetch={false} className="link">
          {t("waiting", { count: waiting, days: afterDays })}
        </Link>
      </p>
      <FilesTable files={files} now={now} />
      <PagesOf pages={pages} />
    </div>
  );
}
