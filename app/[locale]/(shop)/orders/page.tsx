import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrderStateMark } from "@/components/orders/order-state";
import { buttonClass } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { PageLinks } from "@/components/ui/page-links";
import { When } from "@/components/ui/when";
import { Link } from "@/i18n/navigation";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadOrders } from "@/lib/orders/loaders";

type OrdersPageProps = { searchParams: Promise<{ page?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("orders"))("title"));
}

export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  const { orders, page, pages, now } = await loadOrders((await searchParams).page);
  const t = await getTranslations("orders");
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6">
      <h1>{t("title")}</h1>
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
            <li key={order.id} className="card relative grid gap-2 p-4 has-[a:hover]:border-cobalt">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <Link
                  href={`/orders/${order.id}`}
                  prefetch={false}
                  className="figures font-semibold after:absolute after:inset-0 hover:underline"
                >
                  {order.order_number}
                </Link>
                <Money amount={order.total_amount} className="font-semibold" />
              </div>
              <p className="text-ink-soft">
                {order.items.map((item) => `${item.quantity} × ${item.product_name}`).join(", ")}
              </p>
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-[0.9375rem]">
                <OrderStateMark status={order.status} />
                <span className="text-ink-soft">
                  <When at={order.created_at} now={now} />
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      <PageLinks
        label={t("pages")}
        place={t("page", { page, pages })}
        previous={page > 1 ? { href: `/orders?page=${page - 1}`, words: t("previous") } : null}
        next={page < pages ? { href: `/orders?page=${page + 1}`, words: t("next") } : null}
      />
    </div>
  );
}
