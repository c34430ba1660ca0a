import { AppError } from "@/lib/shared/errors";

type Part = { name: string; fileName: string | null; body: AsyncIterable<Buffer> };

const MOST_OF_A_HEADER = 8 * 1024;
const END_OF_HEADER = Buffer.from("\r\n\r\n");

const broken = () => new AppError("invalid_input", "The form is not readable.");

/** Reads on to a mark, and hands out what stands before it as it comes, so that a large part takes no more memory than a small one. */
function reader(source: AsyncIterator<Uint8Array>, start: Buffer) {
  let held = start;
  const more = async (): Promise<void> => {
    const next = await source.next();
    if (next.done) throw broken();
    held = Buffer.concat([held, next.value]);
  };
  async function* until(mark: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = held.indexOf(mark);
      const safe = at >= 0 ? at : held.length - mark.length + 1;
      if (safe > 0) {
        const part = held.subarray(0, safe);
        held = held.subarray(safe);
        yield part;
      }
      if (at >= 0) {
        held = held.subarray(mark.length);
        return;
      }
      await more();
    }
  }
  async function take(length: number): Promise<string> {
    while (held.length < length) await more();
    const text = held.toString("latin1", 0, length);
    held = held.subarray(length);
    return text;
  }
  return { until, take };
}

/** All of a part that is short; refuses one that is not. */
export async function shortText(body: AsyncIterable<Buffer>, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) throw broken();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const valueOf = (header: string, name: string): string | null =>
  new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, "i").exec(header)?.[1]?.replaceAll("%22", '"') ?? null;

/** The parts of a multipart form one after the other, while it arrives; each is read to its end before the next. */
export async function* formParts(body: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<Part> {
  const boundary = /;\s*boundary="?([^";]{1,70})"?/i.exec(contentType)?.[1];
  if (!boundary) throw broken();
  const mark = Buffer.from(`\r\n--${boundary}`);
  const { until, take } = reader(body[Symbol.asyncIterator](), Buffer.from("\r\n"));
  await shortText(until(mark), MOST_OF_A_HEADER);
  while ((await take(2)) !== "--") {
    const header = await shortText(until(END_OF_HEADER), MOST_OF_A_HEADER);
    const said = /^content-disposition:\s*form-data(.*)$/im.exec(header)?.[1] ?? "";
    const part = until(mark);
    yield { name: valueOf(said, "name") ?? "", fileName: valueOf(said, "filename"), body: part };
    for await (const _ of part);
  }
}
