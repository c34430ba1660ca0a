import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ExportLink } from "@/components/admin/export-link";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { PageLinks } from "@/components/ui/page-links";
import { getPathname } from "@/i18n/navigation";
import { loadAudit } from "@/lib/audit/loaders";
import { type Address, pathWith } from "@/lib/http/address-filters";
import { privateMetadata } from "@/lib/http/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminAudit"))("title"));
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Address> }) {
  const found = await loadAudit(await searchParams);
  if (!found) return <NotFoundPage />;
  const { rows, count, actions, filters, page, pages, now } = found;
  const [t, admin, locale] = await Promise.all([getTranslations("adminAudit"), getTranslations("admin"), getLocale()]);
  const at = (number: number) => pathWith("/admin/audit", { ...filters, page: number });
  return (
    <div className="grid gap-4">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t("title")}</h1>
        <ExportLink name="audit" filters={filters} />
      </header>
      <p className="text-ink-soft">{t("text")}</p>
      <AuditFilters path={getPathname({ href: "/admin/audit", locale })} filters={filters} actions={actions} />
      <p role="status" className="text-ink-soft">
        {admin("count", { count })}
      </p>
      <AuditTable entries={rows} now={now} />
      <PageLinks
        label={admin("pages")}
        place={admin("page", { page, pages })}
        previous={page > 1 ? { href: at(page - 1), words: admin("previous") } : null}
        next={page < pages ? { href: at(page + 1), words: admin("next") } : null}
      />
    </div>
  );
}
