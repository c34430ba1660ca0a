import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Link } from "@/i18n/navigation";

/** How somebody without an account comes back to an order. */
export function GuestNote({ orderNumber }: { orderNumber: string }) {
  const t = useTranslations("guest");
  return (
    <Card title={t("title")}>
      <p>
        {t.rich("text", {
          number: () => <bdi className="figures font-semibold">{orderNumber}</bdi>,
          link: (words) => (
            <Link href={{ pathname: "/track", query: { order_number: orderNumber } }} prefetch={false} className="link">
              {words}
            </Link>
          ),
        })}
      </p>
      <p className="text-ink-soft">
        {t.rich("account", {
          link: (words) => (
            <Link href="/sign-up?next=/orders" prefetch={false} className="link">
              {words}
            </Link>
          ),
        })}
      </p>
    </Card>
  );
}
