"use client";

import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("shell");
  return (
    <div role="alert" className="mx-auto grid max-w-lg gap-4 py-8 text-center">
      <h1>{t("errorTitle")}</h1>
      <p className="text-ink-soft">{t("errorText")}</p>
      <div className="flex flex-wrap justify-center gap-3">
        <Button type="button" onClick={reset}>
          {t("errorAgain")}
        </Button>
        <Link href="/orders" prefetch={false} className={buttonClass({ kind: "quiet" })}>
          {t("errorOrders")}
        </Link>
      </div>
    </div>
  );
}
