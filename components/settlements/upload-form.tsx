import { getTranslations } from "next-intl/server";
import { Cell, Row, Table } from "@/components/admin/table";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import {
  type ColumnNames,
  isNeeded,
  SETTLEMENT_FIELDS,
  SETTLEMENT_SOURCES,
  type SettlementSource,
} from "@/lib/settlements/model";

type UploadFormProps = {
  locale: string;
  source: SettlementSource;
  /** Columns of a file that came before, to be told apart; none where they are known. */
  columns: readonly { name: string; sample: string }[];
  guess: ColumnNames;
};

/** A file for the API's own door, which takes large ones and leads back here. */
export async function UploadForm({ locale, source, columns, guess }: UploadFormProps) {
  const t = await getTranslations("adminSettlements");
  return (
    <Card title={t("upload")}>
      <form
        action={`/api/admin/settlements/?${new URLSearchParams({ locale }).toString()}`}
        method="post"
        encType="multipart/form-data"
        className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3"
      >
        <Select name="source" label={t("source")} defaultValue={source}>
          {SETTLEMENT_SOURCES.map((one) => (
            <option key={one} value={one}>
              {t(`sources.${one}`)}
            </option>
          ))}
        </Select>
        {columns.length > 0 && (
          <div className="sm:col-span-2 lg:col-span-3">
            <Table
              label={t("firstRow")}
              none=""
              columns={columns.map(({ name }, at) => ({ key: String(at), label: <bdi>{name}</bdi> }))}
            >
              {[
                <Row key="first">
                  {columns.map(({ name, sample }) => (
                    <Cell key={name}>
                      <bdi className="figures">{sample}</bdi>
                    </Cell>
                  ))}
                </Row>,
              ]}
            </Table>
          </div>
        )}
        {columns.length > 0 &&
          SETTLEMENT_FIELDS.map((field) => (
            <Select
              key={field}
              name={`column_${field}`}
              label={t(`fields.${field}`)}
              defaultValue={guess[field] ?? ""}
              required={isNeeded(source, field)}
            >
              <option value="">{t("noColumn")}</option>
              {columns.map(({ name, sample }) => (
                <option key={name} value={name}>
                  {sample ? t("columnLike", { name, sample }) : name}
                </option>
              ))}
            </Select>
          ))}
        <FileField id="field-file" name="file" label={t("file")} hint={t("fileHint")} accept=".csv,text/csv" />
        <div className="self-center">
          <Button>{t("send")}</Button>
        </div>
      </form>
    </Card>
  );
}
