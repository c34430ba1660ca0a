import type { RowProblem, SettlementSource } from "@/lib/settlements/model";
import type { SettlementView } from "@/lib/settlements/schemas";
import type { AppError } from "@/lib/shared/errors";

const MOST_COLUMNS = 60;
const LONGEST_NAME = 80;

type Asked = { locale: string; source: SettlementSource };

const place = (locale: string, path: string): string => `${locale === "ur" ? "/ur" : ""}/admin/settlements${path}`;

/** Where a browser is led that sent a file by the page's form: to the file as it was taken in. */
export const pathAfterUpload = (
  { locale }: Pick<Asked, "locale">,
  { settlement, isNew }: { settlement: SettlementView; isNew: boolean },
): string => place(locale, `/${settlement.id}?notice=${isNew ? "taken" : "known"}`);

type Told = { reason?: string; columns?: string[]; samples?: string[]; rows?: RowProblem[] };

/** Back to the form with what is to be put right. */
export function pathAfterRefusal({ locale, source }: Asked, { code, extra }: Pick<AppError, "code" | "extra">): string {
  const { reason, columns = [], samples = [], rows = [] } = extra as Told;
  const query = new URLSearchParams({ source, problem: reason ?? code });
  for (const column of columns.slice(0, MOST_COLUMNS)) query.append("column", column.slice(0, LONGEST_NAME));
  for (const sample of samples.slice(0, MOST_COLUMNS)) query.append("sample", sample);
  for (const problem of rows) query.append("row", JSON.stringify(problem));
  return place(locale, `?${query.toString()}`);
}
