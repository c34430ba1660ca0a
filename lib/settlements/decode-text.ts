import { open } from "node:fs/promises";
import { Transform } from "node:stream";
import { AppError } from "@/lib/shared/errors";

const MARKS = { fffe: "utf-16le", feff: "utf-16be" } as const;

/** How a file's letters are written: UTF-8, or as the mark at its begin says, which spreadsheets put there. */
async function encodingOf(path: string): Promise<string> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0).finally(() => file.close());
  const mark = buffer.toString("hex");
  return mark === "fffe" || mark === "feff" ? MARKS[mark] : "utf-8";
}

/** Makes UTF-8 of a file's bytes, and lets nothing pass that is none: half a letter would be kept for good. */
export async function decodeText(path: string): Promise<Transform> {
  const decoder = new TextDecoder(await encodingOf(path), { fatal: true });
  const read = (chunk: Buffer | undefined, done: (problem: Error | null, text?: string) => void) => {
    try {
      done(null, decoder.decode(chunk, { stream: chunk !== undefined }));
    } catch {
      const message = "is not UTF-8: save it as CSV (UTF-8)";
      const errors = [{ path: "file", message }];
      done(new AppError("invalid_input", "The file is not UTF-8.", { reason: "file_not_utf8", errors }));
    }
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => read(chunk, done),
    flush: (done) => read(undefined, done),
  });
}
