import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ExportLink } from "@/components/admin/export-link";
import { refusalWord } from "@/components/products/refusal-word";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FileField } from "@/components/ui/file-field";
import { getPathname } from "@/i18n/navigation";
import { loadAdminContext } from "@/lib/http/load-staff-context";
import { privateMetadata } from "@/lib/http/page-metadata";
import { IMPORT_COLUMNS } from "@/lib/imports/model";

type ImportPageProps = { searchParams: Promise<{ refused?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminImport"))("title"));
}

export default async function ImportPage({ searchParams }: ImportPageProps) {
  if (!(await loadAdminContext())) return <NotFoundPage />;
  const [t, product, locale, { refused }] = await Promise.all([
    getTranslations("adminImport"),
    getTranslations("adminProducts"),
    getLocale(),
    searchParams,
  ]);
  const back = getPathname({ href: "/admin/products/import", locale });
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-5">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t("title")}</h1>
        <ExportLink name="products" />
      </header>
      <Card>
        <p>{t("about")}</p>
        <form
          action={`/api/admin/products/import/?back=${encodeURIComponent(back)}`}
          method="post"
          encType="multipart/form-data"
          className="grid gap-4"
        >
          <FileField
            id="field-file"
            name="file"
            label={t("file")}
            hint={t("fileHint")}
            accept=".csv,text/csv"
            error={refused !== undefined && product(`refused.${refusalWord(refused)}`)}
          />
          <div>
            <Button>{t("dryRun")}</Button>
          </div>
        </form>
      </Card>
      <Card title={t("columns")}>
        <p>{t("columnsHint")}</p>
        <p>
          <bdi dir="ltr" className="text-[0.9375rem] text-ink-soft">
            {IMPORT_COLUMNS.join(", ")}
          </bdi>
        </p>
      </Card>
    </div>
  );
}
