import { getTranslations } from "next-intl/server";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { Money } from "@/components/ui/money";
import { StateMark } from "@/components/ui/notice";
import { When } from "@/components/ui/when";
import type { SettlementView } from "@/lib/settlements/schemas";

/** The files that were taken in, the newest first. */
export async function FilesTable({ files, now }: { files: readonly SettlementView[]; now: Date }) {
  const t = await getTranslations("adminSettlements");
  const columns = [
    { key: "name", label: t("file") },
    { key: "source", label: t("source") },
    { key: "when", label: t("when") },
    { key: "rows", label: t("rows"), isNumber: true },
    ...(["gross", "fee", "tax", "net"] as const).map((key) => ({ key, label: t(`fields.${key}`), isNumber: true })),
    { key: "stand", label: t("stand") },
  ];
  return (
    <Table label={t("files")} columns={columns} none={t("noFiles")}>
      {files.map((file) => {
        const open = file.outcomes.differing + file.outcomes.missing_here;
        return (
          <Row key={file.id}>
            <Cell>
              <RowLink href={`/admin/settlements/${file.id}`}>
                <bdi>{file.name}</bdi>
              </RowLink>
            </Cell>
            <Cell>{t(`sources.${file.source}`)}</Cell>
            <Cell>
              <When at={file.created_at} now={now} />
            </Cell>
            <Cell isNumber>{file.rows}</Cell>
            {(["gross", "fee", "tax", "net"] as const).map((key) => (
              <Cell key={key} isNumber>
                <Money amount={file[key]} />
              </Cell>
            ))}
            <Cell>
              <StateMark tone={open > 0 ? "bad" : "good"}>
                {open > 0 ? t("differences", { count: open }) : t("noDifferences")}
              </StateMark>
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}
