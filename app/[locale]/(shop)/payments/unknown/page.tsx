import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/navigation";
import { privateMetadata } from "@/lib/http/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("payment"))("titles.checked"));
}

export default async function UnknownPaymentPage() {
  const t = await getTranslations("payment");
  return (
    <div className="mx-auto grid w-full max-w-xl justify-items-center gap-4 text-center">
      <span className="inline-flex size-14 items-center justify-center rounded-full border-2 border-wait text-wait">
        <Icon name="clock" className="size-8" />
      </span>
      <h1>{t("titles.checked")}</h1>
      <p className="font-medium">{t("unknownText")}</p>
      <p className="text-ink-soft">{t("unknownNext")}</p>
      <Link href="/orders" prefetch={false} className={buttonClass({ size: "large", wide: true })}>
        {t("toOrders")}
      </Link>
    </div>
  );
}
