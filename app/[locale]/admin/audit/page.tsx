import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ExportLink } from "@/components/admin/export-link";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { PageLinks } from "@/components/ui/page-links";
import { getPathname } from "@/i18n/navigation";
import { loadAudit } from "@/lib/audit/loaders";
import type { Address } from "@/lib/http/address-filters";
import { privateMetadata } from "@/lib/http/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminAudit"))("title"));
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Address> }) {
  const found = await loadAudit(await searchParams);
  if (!found) return <NotFoundPage />;
  const { rows, names, count, actions, filters, newer, older, now } = found;
  const [t, admin, locale] = await Promise.all([getTranslations("adminAudit"), getTranslations("admin"), getLocale()]);
  return (
    <div className="grid gap-4">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t("title")}</h1>
        <ExportLink name="audit" filters={filters} />
      </header>
      <p className="text-ink-soft">{t("text")}</p>
      <AuditFilters path={getPathname({ href: "/admin/audit", locale })} filters={filters} actions={actions} />
      <p role="status" className="text-ink-soft">
        {count === null ? t("many") : admin("count", { count })}
      </p>
      <AuditTable entries={rows} names={names} now={now} />
      <PageLinks
        label={admin("pages")}
        previous={newer === null ? null : { href: newer, words: t("newer") }}
        next={older === null ? null : { href: older, words: t("older") }}
      />
    </div>
  );
}
