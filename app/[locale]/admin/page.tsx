import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { Codes } from "@/components/admin/dashboard/codes";
import { Funnel } from "@/components/admin/dashboard/funnel";
import { LowStock } from "@/components/admin/dashboard/low-stock";
import { RangePicker } from "@/components/admin/dashboard/range-picker";
import { Sales } from "@/components/admin/dashboard/sales";
import { ShopNumbers } from "@/components/admin/dashboard/shop-numbers";
import { Success } from "@/components/admin/dashboard/success";
import { Waiting } from "@/components/admin/dashboard/waiting";
import { Watch } from "@/components/admin/dashboard/watch";
import { Zeros } from "@/components/admin/dashboard/zeros";
import { DIRECTION } from "@/i18n/routing";
import { loadDashboard } from "@/lib/figures/loaders";
import { privateMetadata } from "@/lib/http/page-metadata";

type DashboardPageProps = { searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("admin.nav"))("dashboard"));
}

export default async function DashboardPage({ searchParams }: DashboardPageProps) {
  const loaded = await loadDashboard(await searchParams);
  if (!loaded) return <NotFoundPage />;
  const { figures, range, now } = loaded;
  const [t, locale] = await Promise.all([getTranslations("admin.nav"), getLocale()]);
  const isRtl = DIRECTION[locale] === "rtl";
  return (
    <div className="grid gap-5">
      <h1>{t("dashboard")}</h1>
      <Zeros zeros={figures.zeros} />
      <Watch figures={figures} now={now} />
      <ShopNumbers figures={figures} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Waiting figures={figures} />
        <LowStock stock={figures.low_stock} />
      </div>
      <RangePicker range={range} />
      <Sales days={figures.days} isRtl={isRtl} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Success methods={figures.methods} isRtl={isRtl} />
        <Funnel funnel={figures.funnel} isRtl={isRtl} />
      </div>
      <Codes codes={figures.codes} isRtl={isRtl} />
    </div>
  );
}
