import { refusalOf } from "@/lib/http/problem";
import { json, seeOther } from "@/lib/http/route";
import { spoolFile } from "@/lib/http/spool-file";
import { SETTLEMENT_FIELDS } from "@/lib/settlements/model";
import { pathAfterRefusal, pathAfterUpload } from "@/lib/settlements/path-after-upload";
import { UploadInput } from "@/lib/settlements/schemas";
import { uploadSettlement } from "@/lib/settlements/upload-settlement";
import type { UserCtx } from "@/lib/shared/context";

const CSV = {
  field: "file",
  types: /^(text\/csv|text\/plain|application\/csv|application\/vnd\.ms-excel|application\/octet-stream)\b/,
  most: 64 * 1024 * 1024,
};

/** A file from a program answers as JSON; one from the page's form leads the browser back to the page. */
export async function answerUpload(ctx: UserCtx, request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const isForm = (request.headers.get("content-type") ?? "").trim().toLowerCase().startsWith("multipart/form-data");
  const locale = query.locale ?? "en";
  const source = query.source === "courier" ? "courier" : "gateway";
  try {
    const taken = await spoolFile(request, CSV, async ({ path, hash, name, fields }) => {
      const input = UploadInput.parse(inputOf({ ...query, ...fields }, name));
      return uploadSettlement(ctx, { ...input, path, hash });
    });
    if (isForm) return seeOther(pathAfterUpload({ locale }, taken));
    const message = taken.isNew ? "The file is taken in." : "This file was taken in already.";
    return json({ message, settlement: taken.settlement }, taken.isNew ? 201 : 200);
  } catch (thrown) {
    if (!isForm) throw thrown;
    return seeOther(pathAfterRefusal({ locale, source }, refusalOf(thrown)));
  }
}

/** `column_gross=Amount` says that the column Amount is the gross amount. */
function inputOf(texts: Record<string, string>, fileName: string | null): unknown {
  const columns = SETTLEMENT_FIELDS.flatMap((field) => {
    const column = texts[`column_${field}`]?.trim();
    return column ? [[field, column] as const] : [];
  });
  const name = fileName || texts.name || undefined;
  return { source: texts.source, name, columns: columns.length > 0 ? Object.fromEntries(columns) : undefined };
}
