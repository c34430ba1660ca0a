import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";

export default async function NotFoundPage() {
  const t = await getTranslations("notFound");
  return (
    <div className="mx-auto grid max-w-lg gap-4 py-8 text-center">
      <title>{t("title")}</title>
      <h1>{t("title")}</h1>
      <p className="text-ink-soft">{t("text")}</p>
      <div className="flex flex-wrap justify-center gap-3">
        <Link href="/products" prefetch={false} className={buttonClass()}>
          {t("products")}
        </Link>
        <Link href="/orders" prefetch={false} className={buttonClass({ kind: "quiet" })}>
          {t("orders")}
        </Link>
      </div>
    </div>
  );
}
