import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ExportLink } from "@/components/admin/export-link";
import { PaymentFilters } from "@/components/payments/payment-filters";
import { PaymentTable } from "@/components/payments/payment-table";
import { getPathname } from "@/i18n/navigation";
import type { Address } from "@/lib/http/address-filters";
import { PagesOf } from "@/components/admin/pages-of";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadPayments } from "@/lib/payments/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminPayments"))("title"));
}

export default async function PaymentsPage({ searchParams }: { searchParams: Promise<Address> }) {
  const found = await loadPayments(await searchParams);
  if (!found) return <NotFoundPage />;
  const { payments, count, filters, pages, isAdmin, now } = found;
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
      <PagesOf pages={pages} />
    </div>
  );
}
