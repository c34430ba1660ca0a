import { useTranslations } from "next-intl";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { Notice } from "@/components/ui/notice";
import type { ImportPlanView } from "@/lib/imports/schemas";
import { productPath } from "@/lib/products/model";

const COUNTS = ["new", "changed", "unchanged", "wrong"] as const;

/** What an import would do: how many of each, each change with what stands now, each wrong row with its reason. */
export function PlanTables({ plan }: { plan: ImportPlanView }) {
  const t = useTranslations("adminImport");
  const { counts, rows, wrong } = plan;
  const columns = [
    { key: "row", label: t("row"), isNumber: true },
    { key: "code", label: "item_code" },
    { key: "what", label: t("what") },
  ];
  const many = counts.new + counts.changed;
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {COUNTS.map((kind) => (
          <div key={kind} className="card grid gap-1 p-4">
            <dt className="text-ink-soft">{t(`counts.${kind}`)}</dt>
            <dd className={`text-2xl font-bold ${kind === "wrong" && counts.wrong > 0 ? "text-bad" : ""}`}>
              {counts[kind]}
            </dd>
          </div>
        ))}
      </dl>
      {counts.wrong > 0 && (
        <>
          <Notice tone="bad" role="alert">
            <p>{t("wrongNext")}</p>
          </Notice>
          <Table label={t("wrongTable")} columns={[...columns.slice(0, 2), { key: "why", label: t("reason") }]} none="">
            {wrong.map(({ row, item_code, code, field = "", said = "", expected = "" }) => (
              <Row key={`${row} ${code}`}>
                <Cell isNumber>{row}</Cell>
                <Cell>
                  <bdi>{item_code}</bdi>
                </Cell>
                <Cell>
                  <span>
                    {t.rich(`wrongRow.${code}`, {
                      field,
                      said,
                      expected,
                      bdi: (text) => <bdi dir="auto">{text}</bdi>,
                      ltr: (text) => <bdi dir="ltr">{text}</bdi>,
                    })}
                  </span>
                </Cell>
              </Row>
            ))}
          </Table>
          {counts.wrong > wrong.length && <p className="text-ink-soft">{t("shown", { count: wrong.length })}</p>}
        </>
      )}
      {counts.wrong === 0 && many === 0 && (
        <Notice tone="calm" role="status">
          <p>{t("nothing")}</p>
        </Notice>
      )}
      {many > 0 && (
        <Table label={t("changesTable")} columns={columns} none={t("none")}>
          {rows.map(({ row, item_code, kind, changes }) => (
            <Row key={`${row} ${item_code}`}>
              <Cell isNumber>{row}</Cell>
              <Cell>
                {kind === "new" ? <bdi>{item_code}</bdi> : <RowLink href={productPath(item_code)}>{item_code}</RowLink>}
              </Cell>
              <Cell>
                <Changes isNew={kind === "new"} changes={changes} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {many > rows.length && <p className="text-ink-soft">{t("shown", { count: rows.length })}</p>}
    </>
  );
}

function Changes({ isNew, changes }: { isNew: boolean; changes: ImportPlanView["rows"][number]["changes"] }) {
  const t = useTranslations("adminImport");
  const said = Object.entries(changes).filter(([, [, after]]) => !isNew || (after !== "" && after !== null));
  return (
    <ul className="grid gap-0.5">
      {isNew && <li className="font-semibold text-good">{t("counts.new")}</li>}
      {said.map(([field, [before, after]]) => (
        <li key={field}>
          <bdi dir="ltr">
            <span className="text-ink-soft">{field}: </span>
            {!isNew && (
              <>
                <s>
                  <bdi>{String(before ?? "")}</bdi>
                </s>{" "}
                →{" "}
              </>
            )}
            <bdi>{String(after ?? "")}</bdi>
          </bdi>
        </li>
      ))}
    </ul>
  );
}
