import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ExportLink } from "@/components/admin/export-link";
import { PaymentFilters } from "@/components/payments/payment-filters";
import { PaymentTable } from "@/components/payments/payment-table";
import { PageLinks } from "@/components/ui/page-links";
import { getPathname } from "@/i18n/navigation";
import type { Address } from "@/lib/http/address-filters";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadPayments } from "@/lib/payments/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminPayments"))("title"));
}

export default async function PaymentsPage({ searchParams }: { searchParams: Promise<Address> }) {
  const found = await loadPayments(await searchParams);
  if (!found) return <NotFoundPage />;
  const { payments, count, filters, page, pages, links, isAdmin, now } = found;
  const [t, admin, locale] = await Promise.all([
    getTranslations("adminPayments"),
    getTranslations("admin"),
    getLocale(),
  ]);
  return (
    <div className="grid gap-4">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t("title")}</h1>
        {isAdmin && (
          <div className="flex flex-wrap gap-2">
            <ExportLink name="payments" filters={filters} />
            <ExportLink
              name="refunds"
              label={admin("exportRefunds")}
              filters={{ from: filters.from, to: filters.to }}
            />
          </div>
        )}
      </header>
      <PaymentFilters filters={filters} path={getPathname({ href: "/admin/payments", locale })} />
      <p role="status" className="text-ink-soft">
        {admin("count", { count })}
      </p>
      <PaymentTable payments={payments} now={now} />
      <PageLinks
        label={admin("pages")}
        place={admin("page", { page, pages })}
        previous={links.previous ? { href: links.previous, words: admin("previous") } : null}
        next={links.next ? { href: links.next, words: admin("next") } : null}
      />
    </div>
  );
}
