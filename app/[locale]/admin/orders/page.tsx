import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ExportLink } from "@/components/admin/export-link";
import { ClientWords } from "@/components/client-words";
import { BulkSteps } from "@/components/desk/bulk-steps";
import { OrderFilters } from "@/components/desk/order-filters";
import { OrdersTable } from "@/components/desk/orders-table";
import { PageLinks } from "@/components/ui/page-links";
import { getPathname } from "@/i18n/navigation";
import { loadDeskOrders } from "@/lib/desk/loaders";
import { DEFAULT_COLUMNS } from "@/lib/desk/model";
import { privateMetadata } from "@/lib/http/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminOrders"))("title"));
}

type OrdersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AdminOrdersPage({ searchParams }: OrdersPageProps) {
  const loaded = await loadDeskOrders(await searchParams);
  if (!loaded) return <NotFoundPage />;
  const { rows, hasMore, count, query, isAdmin, now } = loaded;
  const [t, locale] = await Promise.all([getTranslations("adminOrders"), getLocale()]);
  const { page, columns, ...filters } = query;
  const at = (number: number) => {
    const kept = Object.entries({ ...filters, columns: columns?.join(","), page: String(number) });
    return `/admin/orders?${new URLSearchParams(kept.filter((pair): pair is [string, string] => Boolean(pair[1])))}`;
  };
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
          <BulkSteps>
            <OrdersTable rows={rows} columns={columns ?? DEFAULT_COLUMNS} now={now} />
          </BulkSteps>
        </ClientWords>
      )}
      <PageLinks
        label={t("pages")}
        place={t("place", { page })}
        previous={page > 1 ? { href: at(page - 1), words: t("newer") } : null}
        next={hasMore ? { href: at(page + 1), words: t("older") } : null}
      />
    </div>
  );
}
