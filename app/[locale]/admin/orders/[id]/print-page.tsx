import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { UrduFont } from "@/app/[locale]/urdu-font";
import { PrintButton } from "@/components/orders/print-button";
import { Link } from "@/i18n/navigation";

/** A sheet for the printer, and the way back to its order. */
export function PrintPage({ orderId, children }: { orderId: number; children: ReactNode }) {
  const t = useTranslations("adminOrders");
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-4">
      <UrduFont />
      <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
        <Link href={`/admin/orders/${orderId}`} prefetch={false} className="link text-[0.9375rem]">
          {t("back")}
        </Link>
        <PrintButton label={t("slipPrint")} />
      </div>
      {children}
    </div>
  );
}
