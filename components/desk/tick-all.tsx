"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useSyncExternalStore } from "react";
import { Link } from "@/i18n/navigation";

const NEVER = () => () => undefined;

/** Ticks every row of its form; until it can, a way to the same page with all of them ticked. */
export function TickAll({ href }: { href: string }) {
  const t = useTranslations("adminOrders");
  const isAwake = useSyncExternalStore(
    NEVER,
    () => true,
    () => false,
  );
  const look = "inline-flex min-h-11 items-center gap-2 text-[0.9375rem]";
  if (!isAwake) {
    return (
      <Link href={href} prefetch={false} className={look}>
        <span aria-hidden className="size-4 rounded-[3px] border border-edge bg-raised" />
        {t("chooseAll")}
      </Link>
    );
  }
  const tickAll = ({ currentTarget: { form, checked } }: ChangeEvent<HTMLInputElement>) => {
    const boxes = form?.querySelectorAll<HTMLInputElement>("input[type=checkbox][name^=order_]") ?? [];
    for (const box of boxes) box.checked = checked;
  };
  return (
    <label className={look}>
      <input type="checkbox" onChange={tickAll} className="size-4" />
      {t("chooseAll")}
    </label>
  );
}
