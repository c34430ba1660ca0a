import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { RowProblem } from "@/lib/settlements/model";

const KNOWN = ["columns_unknown", "rows_wrong", "file_empty", "payload_too_large"] as const;

type UploadRefusalProps = { refusal: { problem: string; lines: readonly RowProblem[] } };

/** Why a file was not taken in, and in which lines. */
export async function UploadRefusal({ refusal: { problem, lines } }: UploadRefusalProps) {
  const t = await getTranslations("adminSettlements");
  return (
    <Notice tone={problem === "columns_unknown" ? "calm" : "bad"} role="alert">
      <p>{t(`problems.${KNOWN.find((one) => one === problem) ?? "other"}`)}</p>
      {lines.length > 0 && (
        <ul className="grid gap-1">
          {lines.map(({ line, why }) => (
            <li key={line}>{t(`lines.${why}`, { line })}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
