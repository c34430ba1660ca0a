import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import { Notice } from "@/components/ui/notice";
import type { RowProblem } from "@/lib/settlements/model";

const KNOWN = ["columns_unknown", "rows_wrong", "file_empty", "file_not_utf8", "payload_too_large"] as const;

type UploadRefusalProps = { refusal: { problem: string; rows: readonly RowProblem[]; anew: string | null } };

/** Why a file was not taken in, and in which rows; what the file itself says keeps a direction of its own. */
export async function UploadRefusal({ refusal: { problem, rows, anew } }: UploadRefusalProps) {
  const t = await getTranslations("adminSettlements");
  const own = (text = ""): string => `\u2068${text}\u2069`;
  return (
    <Notice tone={problem === "columns_unknown" ? "calm" : "bad"} role="alert">
      <p>{t(`problems.${KNOWN.find((one) => one === problem) ?? "other"}`)}</p>
      {rows.length > 0 && (
        <ul className="grid gap-1">
          {rows.map(({ row, code, field = "reference", said, expected }) => (
            <li key={row}>
              {t(`lines.${code}`, { row, field: t(`fields.${field}`), said: own(said), expected: own(expected) })}
            </li>
          ))}
        </ul>
      )}
      {anew && (
        <p>
          {t.rich("columnsAnew", {
            link: (words) => (
              <Link href={anew} prefetch={false} className="link">
                {words}
              </Link>
            ),
          })}
        </p>
      )}
    </Notice>
  );
}
