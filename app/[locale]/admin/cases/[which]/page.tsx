import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { Cases } from "@/components/admin/dashboard/cases";
import { Link } from "@/i18n/navigation";
import { loadCases } from "@/lib/figures/loaders";
import { notFoundMetadata, privateMetadata } from "@/lib/http/page-metadata";

type CasesPageProps = { params: Promise<{ which: string }> };

export async function generateMetadata({ params }: CasesPageProps): Promise<Metadata> {
  const loaded = await loadCases((await params).which);
  return loaded ? privateMetadata((await getTranslations("adminDashboard.zero"))(loaded.zero)) : notFoundMetadata();
}

export default async function CasesPage({ params }: CasesPageProps) {
  const loaded = await loadCases((await params).which);
  if (!loaded) return <NotFoundPage />;
  const t = await getTranslations("adminDashboard");
  return (
    <div className="grid gap-4">
      <p>
        <Link href="/admin" prefetch={false} className="link">
          {t("cases.back")}
        </Link>
      </p>
      <h1>{t(`zero.${loaded.zero}`)}</h1>
      <p className="text-ink-soft">{t(`says.${loaded.zero}`)}</p>
      <Cases {...loaded} />
    </div>
  );
}
