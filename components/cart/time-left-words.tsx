"use client";

import { useTranslations } from "next-intl";
import { useAtShopTime } from "@/components/cart/shop-clock";
import { timeLeft } from "@/components/cart/time-left";

const OVER = -1;

/** How long a line is kept, in words that change by themselves once a minute. */
export function TimeLeftWords({ until, startsAt }: { until: string; startsAt: string }) {
  const t = useTranslations("cart");
  const minutes = useAtShopTime(Date.parse(startsAt), (now) => {
    const left = timeLeft(until, now);
    return left ? left.hours * 60 + left.minutes : OVER;
  });
  if (minutes === OVER) return null;
  const isHurried = minutes < 60;
  return (
    <p className={`text-[0.9375rem] ${isHurried ? "font-medium text-wait" : "text-ink-soft"}`}>
      {minutes === 0 ? t("lastMinute") : t("left", { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
    </p>
  );
}
