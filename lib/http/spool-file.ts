import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { formParts, shortText } from "@/lib/http/form-parts";
import { AppError, invalidField } from "@/lib/shared/errors";

const FORM = "multipart/form-data";
const MOST_OF_A_FIELD = 16 * 1024;
const MOST_FIELDS = 50;
const MOST_PASSED_OVER = 64 * 1024 * 1024; // of a form, whose browser hears nothing before all of it is sent

type Kind = { field: string; types: RegExp; most: number };
type Taker<T> = (file: {
  path: string;
  hash: string;
  name: string | null;
  fields: Record<string, string>;
}) => Promise<T>;

/**
 * A file that is sent as it is, or in a form's field of that name, put on this machine's disk for as long as `take`
 * needs it: so a large one takes no memory. Its hash is SHA-256. Refuses what is larger than its door's limit.
 */
export async function spoolFile<T>(request: Request, kind: Kind, take: Taker<T>): Promise<T> {
  const type = request.headers.get("content-type") ?? "";
  const isForm = type.trim().toLowerCase().startsWith(FORM);
  if (!isForm && !kind.types.test(type.trim().toLowerCase())) {
    throw new AppError("unsupported_media_type", `Send the file, or ${FORM}.`);
  }
  const room = isForm ? MOST_FIELDS * MOST_OF_A_FIELD : 0;
  const passedOver = isForm ? MOST_PASSED_OVER : 0;
  if (Number(request.headers.get("content-length") ?? 0) > kind.most + room + passedOver) throw tooLarge(kind.most);
  const folder = await mkdtemp(join(tmpdir(), "sauda-"));
  try {
    const path = join(folder, "file");
    const body = request.body ?? emptyBody();
    const file = isForm
      ? await fromForm(body, type, path, kind)
      : { ...(await keep(body, path, { most: kind.most, passedOver: 0 })), name: null, fields: {} };
    if (file.size === 0) throw invalidField(kind.field, "choose a file");
    return await take({ path, ...file });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

async function fromForm(body: AsyncIterable<Uint8Array>, type: string, path: string, { field, most }: Kind) {
  const fields: Record<string, string> = {};
  let file = { size: 0, hash: "", name: null as string | null };
  let count = 0;
  for await (const part of formParts(body, type)) {
    if (++count > MOST_FIELDS) throw new AppError("invalid_input", "The form has too many fields.");
    if (part.fileName === null) fields[part.name] = await shortText(part.body, MOST_OF_A_FIELD);
    else if (part.name === field)
      file = { ...(await keep(part.body, path, { most, passedOver: MOST_PASSED_OVER })), name: part.fileName };
  }
  return { ...file, fields };
}

/** What stands of a body that breaks off is nobody's. */
async function keep(
  body: AsyncIterable<Uint8Array>,
  path: string,
  { most, passedOver }: { most: number; passedOver: number },
): Promise<{ size: number; hash: string }> {
  const hash = createHash("sha256");
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      if (size > most + passedOver) done(tooLarge(most));
      else done(null, size > most ? undefined : chunk);
    },
    flush: (done) => done(size > most ? tooLarge(most) : null),
  });
  await pipeline(body, measure, createWriteStream(path)).catch((thrown: unknown) => {
    throw thrown instanceof AppError ? thrown : new AppError("invalid_input", "The body broke off.");
  });
  return { size, hash: hash.digest("hex") };
}

const tooLarge = (most: number) =>
  new AppError("payload_too_large", `A file may have at most ${most / 1024 / 1024} MB here.`);
