"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PayOrder } from "@/components/orders/pay-order";

/** The same order by a method that the payer chooses anew; closed until it is asked for. */
export function PayAnotherWay({ orderId, amount, phone }: { orderId: number; amount: ReactNode; phone: string }) {
  const t = useTranslations("payment");
  return (
    <details className="grid gap-3">
      <summary className="link min-h-11 content-center text-center">{t("otherWay")}</summary>
      <PayOrder
        orderId={orderId}
        amount={amount}
        legend={t("otherWay")}
        hidesLegend
        submit={t("otherWaySubmit")}
        isQuiet
        methods={["jazzcash_wallet", "cash_on_delivery"]}
        phone={phone}
      />
    </details>
  );
}
