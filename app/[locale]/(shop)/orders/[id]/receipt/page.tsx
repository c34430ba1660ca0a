import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UrduFont } from "@/app/[locale]/urdu-font";
import { PrintButton } from "@/components/orders/print-button";
import { Receipt } from "@/components/orders/receipt";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { Link } from "@/i18n/navigation";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadReceipt } from "@/lib/orders/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("receipt"))("receipt"));
}

export default async function ReceiptPage({ params }: { params: Promise<{ id: string }> }) {
  const loaded = await loadReceipt((await params).id);
  if (!loaded) return <NotFoundPage />;
  const { order, refunds } = loaded;
  const t = await getTranslations("receipt");
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-4">
      <UrduFont />
      <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
        <Link href={`/orders/${order.id}`} prefetch={false} className="link text-[0.9375rem]">
          {t("back")}
        </Link>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="text-[0.9375rem] text-ink-soft">{t("printHint")}</span>
          <PrintButton label={t("print")} />
        </div>
      </div>
      <Receipt order={order} refunds={refunds} />
    </div>
  );
}
