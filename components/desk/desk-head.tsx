import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OrderStateMark } from "@/components/orders/order-state";
import { buttonClass } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { When } from "@/components/ui/when";
import { Link } from "@/i18n/navigation";
import type { Awaited } from "@/lib/desk/who-is-awaited";
import type { OrderView } from "@/lib/orders/schemas";

const PAPERS = ["slip", "receipt"] as const;

type DeskHeadProps = { order: OrderView; waits: Awaited | null; now: Date; children?: ReactNode };

/** Which order it is, how it and its money stand, and what can be printed of it. */
export function DeskHead({ order, waits, now, children }: DeskHeadProps) {
  const t = useTranslations("adminOrders");
  const words = useTranslations("order");
  const copy = useTranslations("payment");
  return (
    <header className="grid gap-2 lg:col-span-2">
      <Link href="/admin/orders" prefetch={false} className="link justify-self-start text-[0.9375rem]">
        {t("all")}
      </Link>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-[clamp(1.125rem,5.6vw,1.75rem)]">
          <bdi className="figures">{order.order_number}</bdi>
        </h1>
        <CopyButton text={order.order_number} label={copy("copy")} done={copy("copied")} />
        <span className="ms-auto flex flex-wrap gap-2">
          {PAPERS.map((paper) => (
            <Link
              key={paper}
              href={`/admin/orders/${order.id}/${paper}`}
              prefetch={false}
              className={buttonClass({ kind: "quiet", size: "small" })}
            >
              {t(paper)}
            </Link>
          ))}
        </span>
      </div>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <OrderStateMark status={order.status} isChecked={waits !== null && waits.who !== "customer"} />
        <span className="font-semibold">{words(`paymentStates.${order.payment_status}`)}</span>
        <span className="text-[0.9375rem] text-ink-soft">
          {words.rich("placed", { when: () => <When at={order.created_at} now={now} /> })}
        </span>
      </div>
      {waits?.who === "customer" && (
        <p>
          {t.rich("voucherUntil", {
            voucher: () => <bdi className="figures font-semibold">{waits.voucher}</bdi>,
            until: () => <When at={waits.until} now={now} />,
          })}
        </p>
      )}
      {children}
    </header>
  );
}
