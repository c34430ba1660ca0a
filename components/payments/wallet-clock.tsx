"use client";

import { useTranslations } from "next-intl";
import { useClock } from "@/components/ui/use-clock";

const secondsIn = (ms: number): string => String(Math.floor((ms / 1000) % 60)).padStart(2, "0");

/** How long the payer's phone still asks for the MPIN; the payment is asked about all the same when it has stopped. */
export function WalletClock({ until, startsAt }: { until: string; startsAt: string }) {
  const t = useTranslations("payment");
  const left = Date.parse(until) - useClock(startsAt, 1_000);
  return (
    <p className="card scripted grid justify-items-center gap-1 p-4 text-center" role="timer" aria-live="off">
      {left > 0 ? (
        <>
          <span className="figures text-3xl font-bold">{`${Math.floor(left / 60_000)}:${secondsIn(left)}`}</span>
          <span className="text-[0.9375rem] text-ink-soft">{t("walletLeft")}</span>
        </>
      ) : (
        t("walletOver")
      )}
    </p>
  );
}
