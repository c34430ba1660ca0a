import { execFile } from "node:child_process";

type Question = {
  method: "GET" | "POST";
  body?: string;
  headers: Record<string, string>;
  env?: Record<string, string>;
};

const PATIENCE_MS = 30_000;

/** Asks an address, or runs a command of the shell, and gives what came back; throws where that is no good answer. */
export async function askSource(source: string, question: Question): Promise<string> {
  if (!/^https?:\/\//.test(source)) return run(source, question.env ?? {});
  const response = await fetch(source, {
    method: question.method,
    headers:
      question.body === undefined ? question.headers : { "content-type": "application/json", ...question.headers },
    ...(question.body !== undefined && { body: question.body }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${source} answered ${response.status}`);
  return text;
}

function run(command: string, env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile("sh", ["-c", command], { env: { ...process.env, ...env }, timeout: PATIENCE_MS }, (error, out, said) => {
      if (error) reject(new Error(`"${command}" failed: ${said.trim().slice(-200) || error.message}`));
      else resolve(out);
    });
  });
}
