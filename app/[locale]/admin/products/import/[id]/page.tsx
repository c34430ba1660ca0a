import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ClientWords } from "@/components/client-words";
import { ImportForm } from "@/components/imports/import-form";
import { PlanTables } from "@/components/imports/plan-tables";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadImport } from "@/lib/imports/loaders";

type PlanPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminImport"))("title"));
}

export default async function ImportPlanPage({ params }: PlanPageProps) {
  const found = await loadImport((await params).id);
  if (!found) return <NotFoundPage />;
  const t = await getTranslations("adminImport");
  const { id, plan, importedAt } = found;
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-5">
      <h1>{t("title")}</h1>
      {importedAt && (
        <Notice tone="good" role="status">
          <p>{t("done")}</p>
        </Notice>
      )}
      {!importedAt && !plan && (
        <Notice tone="wait" role="status">
          <p>{t("over")}</p>
        </Notice>
      )}
      {plan && <PlanTables plan={plan} />}
      {plan && plan.counts.wrong === 0 && plan.rows.length > 0 && (
        <ClientWords rooms={["adminImport", "problems"]}>
          <ImportForm id={id} plan={plan.plan} />
        </ClientWords>
      )}
      <p>
        <Link href="/admin/products/import" prefetch={false} className={buttonClass({ kind: "quiet" })}>
          {t("another")}
        </Link>
      </p>
    </div>
  );
}
