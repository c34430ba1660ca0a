import { AppError, invalidField } from "@/lib/shared/errors";

const FORM = "multipart/form-data";
const ROOM_FOR_FIELDS = 16 * 1024;

export type FileBody = { file: Buffer; fields: Record<string, string>; isForm: boolean };

/**
 * A file that is sent as it is (its media type among `types`), or in a form's field of that name, with the other fields
 * beside it. Read no further than its door's limit.
 */
export async function fileBody(
  request: Request,
  { field, types, most }: { field: string; types: RegExp; most: number },
): Promise<FileBody> {
  const type = (request.headers.get("content-type") ?? "").trim().toLowerCase();
  const isForm = type.startsWith(FORM);
  if (!isForm && !types.test(type)) throw new AppError("unsupported_media_type", `Send the file, or ${FORM}.`);
  const bytes = await read(request, { most, isForm });
  if (!isForm) return { file: bytes, fields: {}, isForm };
  const form = await new Response(new Uint8Array(bytes), {
    headers: { "content-type": request.headers.get("content-type") ?? "" },
  })
    .formData()
    .catch(() => {
      throw new AppError("invalid_input", "The form is not readable.");
    });
  const sent = form.get(field);
  if (!(sent instanceof File) || sent.size === 0) throw invalidField(field, "choose a file");
  if (sent.size > most) throw tooLarge(most);
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") fields[name] = value;
  return { file: Buffer.from(await sent.arrayBuffer()), fields, isForm };
}

const tooLarge = (most: number) =>
  new AppError("payload_too_large", `A file may have at most ${most / 1024 / 1024} MB here.`);

const MOST_PASSED_OVER = 64 * 1024 * 1024;

/** Read no further than its limit; of a form more is passed over for a while, as its browser hears nothing until then. */
async function read(request: Request, { most, isForm }: { most: number; isForm: boolean }): Promise<Buffer> {
  const limit = isForm ? most + ROOM_FOR_FIELDS : most;
  const isSaidTooLarge = Number(request.headers.get("content-length") ?? 0) > limit;
  if (isSaidTooLarge && !isForm) throw tooLarge(most);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > limit + (isForm ? MOST_PASSED_OVER : 0)) break;
      if (size <= limit && !isSaidTooLarge) chunks.push(chunk);
    }
  } catch {
    throw new AppError("invalid_input", "The body broke off."); // its sender went away
  }
  if (isSaidTooLarge || size > limit) throw tooLarge(most);
  return Buffer.concat(chunks);
}
