import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";

/** A line that is typed without being shown, or all of standard input where nobody sits in front of it. */
export async function askSecret(question: string): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, "");
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silence, terminal: true });
  terminal.once("SIGINT", () => process.exit(130));
  process.stderr.write(question);
  const answer = await terminal.question("");
  terminal.close();
  process.stderr.write("\n");
  return answer;
}
