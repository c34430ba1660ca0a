import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ExportLink } from "@/components/admin/export-link";
import { PagesOf } from "@/components/admin/pages-of";
import { ClientWords } from "@/components/client-words";
import { BulkSteps } from "@/components/desk/bulk-steps";
import { OrderFilters } from "@/components/desk/order-filters";
import { OrdersTable } from "@/components/desk/orders-table";
import { getPathname } from "@/i18n/navigation";
import { loadDeskOrders } from "@/lib/desk/loaders";
import { DEFAULT_COLUMNS } from "@/lib/desk/model";
import { pathWith } from "@/lib/http/address-filters";
import { privateMetadata } from "@/lib/http/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminOrders"))("title"));
}

type OrdersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AdminOrdersPage({ searchParams }: OrdersPageProps) {
  const { ticked, ...address } = await searchParams;
  const loaded = await loadDeskOrders(address);
  if (!loaded) return <NotFoundPage />;
  const { rows, hasMore, count, query, isAdmin, now } = loaded;
  const [t, locale] = await Promise.all([getTranslations("adminOrders"), getLocale()]);
  const { page, columns, ...filters } = query;
  const at = (number: number) => pathWith("/admin/orders", { ...filters, columns: columns?.join(","), page: number });
  return (
    <div className="grid gap-4">
      <header className="flex flex-wrap items-baseline gap-x-4">
        <h1>{t("title")}</h1>
        {count !== null && <span className="text-ink-soft">{t("found", { count })}</span>}
        {isAdmin && (
          <span className="ms-auto">
            <ExportLink name="orders" filters={filters} />
          </span>
        )}
      </header>
      <OrderFilters action={getPathname({ href: "/admin/orders", locale })} query={query} />
      {rows.length === 0 ? (
        <p className="card p-6 text-center text-ink-soft">{t("none")}</p>
      ) : (
        <ClientWords rooms={["adminOrders", "problems"]}>
          <BulkSteps hrefTicked={`${at(page)}${at(page).includes("?") ? "&" : "?"}ticked=page`}>
            <OrdersTable rows={rows} columns={columns ?? DEFAULT_COLUMNS} isTicked={ticked === "page"} now={now} />
          </BulkSteps>
        </ClientWords>
      )}
      <PagesOf
        pages={{ page, pages: null, previous: page > 1 ? at(page - 1) : null, next: hasMore ? at(page + 1) : null }}
      />
    </div>
  );
}
