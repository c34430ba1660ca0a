"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { getPathname, Link } from "@/i18n/navigation";

/** What broke is said once, and every way on is here: again, the cart, the orders, a search. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("shell");
  const shelf = getPathname({ href: "/products", locale: useLocale() });
  return (
    <div className="mx-auto grid max-w-lg gap-6 py-8">
      <div role="alert" className="grid gap-3">
        <h1>{t("errorTitle")}</h1>
        <p className="text-ink-soft">{t("errorText")}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="button" onClick={reset} className="scripted">
          {t("errorAgain")}
        </Button>
        <Link href="/cart" prefetch={false} className={buttonClass({ kind: "quiet" })}>
          {t("errorCart")}
        </Link>
        <Link href="/orders" prefetch={false} className={buttonClass({ kind: "quiet" })}>
          {t("errorOrders")}
        </Link>
      </div>
      <form action={shelf} role="search" className="flex gap-2">
        <input
          type="search"
          name="search"
          aria-label={t("errorSearch")}
          maxLength={100}
          className="min-h-12 w-full min-w-0 rounded-soft border border-edge bg-raised px-4"
        />
        <Button kind="quiet" aria-label={t("errorSearch")} className="px-4">
          <Icon name="search" />
        </Button>
      </form>
    </div>
  );
}
