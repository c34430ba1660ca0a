import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { PagesOf } from "@/components/admin/pages-of";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { CodeState } from "@/components/discounts/code-state";
import { CodeTimes } from "@/components/discounts/code-times";
import { WentWell } from "@/components/products/went-well";
import { buttonClass } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { Link } from "@/i18n/navigation";
import { loadCodes } from "@/lib/discounts/loaders";
import { privateMetadata } from "@/lib/http/page-metadata";

type CodesPageProps = { searchParams: Promise<{ page?: string | string[]; done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminCodes"))("title"));
}

export default async function CodesPage({ searchParams }: CodesPageProps) {
  const said = await searchParams;
  const loaded = await loadCodes(said.page);
  if (!loaded) return <NotFoundPage />;
  const { codes, pages, isAdmin, now } = loaded;
  const t = await getTranslations("adminCodes");
  const columns = [
    { key: "code", label: t("code") },
    { key: "takes", label: t("takes"), isNumber: true },
    { key: "uses", label: t("uses"), isNumber: true },
    { key: "starts", label: t("starts") },
    { key: "ends", label: t("ends") },
    { key: "state", label: t("state") },
  ];
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-5">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t("title")}</h1>
        {isAdmin && (
          <Link href="/admin/codes/new" prefetch={false} className={buttonClass({ size: "small" })}>
            {t("new")}
          </Link>
        )}
      </header>
      <WentWell done={said.done} />
      <Table label={t("table")} columns={columns} none={t("none")}>
        {codes.map((code) => (
          <Row key={code.id}>
            <Cell>
              <RowLink href={`/admin/codes/${code.id}`}>{code.code}</RowLink>
            </Cell>
            <Cell isNumber>{code.amount === null ? <bdi>{code.percent}%</bdi> : <Money amount={code.amount} />}</Cell>
            <Cell isNumber>
              {code.max_uses === null ? code.uses : t("usesOf", { uses: code.uses, max: code.max_uses })}
            </Cell>
            <CodeTimes code={code} now={now} />
            <Cell>
              <CodeState code={code} now={now} />
            </Cell>
          </Row>
        ))}
      </Table>
      <PagesOf pages={pages} />
    </div>
  );
}
