"use client";

import { useTranslations } from "next-intl";
import { useClock } from "@/components/ui/use-clock";

const MINUTE_MS = 60_000;

/** The time that a voucher has left, in words. */
export function VoucherLeft({ until, startsAt }: { until: string; startsAt: string }) {
  const t = useTranslations("payment");
  const minutes = Math.floor((Date.parse(until) - useClock(startsAt, MINUTE_MS)) / MINUTE_MS);
  return minutes < 0
    ? t("voucherOver")
    : t("voucherLeft", { hours: Math.floor(minutes / 60), minutes: String(minutes % 60) });
}
