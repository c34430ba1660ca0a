import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrderRow } from "@/components/orders/order-row";
import { buttonClass } from "@/components/ui/button";
import { PageLinks } from "@/components/ui/page-links";
import { Link } from "@/i18n/navigation";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadOrders } from "@/lib/orders/loaders";

type OrdersPageProps = { searchParams: Promise<{ page?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("orders"))("title"));
}

export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  const { orders, pictures, page, pages, isGuest, now } = await loadOrders((await searchParams).page);
  const t = await getTranslations("orders");
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6">
      <header className="grid gap-2">
        <h1>{t("title")}</h1>
        {isGuest && <p className="text-ink-soft">{t("guest")}</p>}
      </header>
      {orders.length === 0 ? (
        <div className="card grid justify-items-center gap-4 p-8 text-center">
          <p>{t("none")}</p>
          <Link href="/products" prefetch={false} className={buttonClass()}>
            {t("noneNext")}
          </Link>
        </div>
      ) : (
        <ul className="grid gap-3">
          {orders.map((order) => (
            <OrderRow key={order.id} order={order} pictures={pictures} now={now} />
          ))}
        </ul>
      )}
      <PageLinks
        label={t("pages")}
        place={t("page", { page, pages })}
        previous={page > 1 ? { href: `/orders?page=${page - 1}`, words: t("previous") } : null}
        next={page < pages ? { href: `/orders?page=${page + 1}`, words: t("next") } : null}
      />
      <p className="text-[0.9375rem] text-ink-soft">
        {t.rich("track", {
          link: (words) => (
            <Link href="/track" prefetch={false} className="link">
              {words}
            </Link>
          ),
        })}
      </p>
    </div>
  );
}
