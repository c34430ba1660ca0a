import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Puts files on this machine's disk as the door does; they are gone when the test file has ended. */
export function testFiles() {
  const folder = mkdtempSync(join(tmpdir(), "sauda-imports-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  let count = 0;
  const keep = (bytes: Uint8Array) => {
    const path = join(folder, String(++count));
    writeFileSync(path, bytes);
    return { path, hash: createHash("sha256").update(bytes).digest("hex") };
  };
  return { keep, file: (...lines: string[]) => keep(Buffer.from(lines.join("\r\n"))) };
}
