import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

type Answer = { status: number; json: Record<string, unknown> };

export type Caller = {
  get: (path: string) => Promise<Answer>;
  /** Sends until it is answered, whatever breaks meanwhile: always the same words under the same key. */
  post: (path: string, body: object) => Promise<Answer>;
};

/** How often the shop has answered at all: by this the storm measures time, on slow and fast machines alike. */
export type Pulse = { answers: number };

const PATIENCE_MS = 600_000;
const PAUSE_MS = 120;

/** Somebody with a session, who does not give up while the shop is broken: a program that uses the API as it is meant. */
export function callerOf(site: string, cookie: string, pulse: Pulse): Caller {
  const send = async (path: string, init: { method: string; body?: string }, key = {}): Promise<Answer> => {
    for (const end = Date.now() + PATIENCE_MS; ; await sleep(PAUSE_MS)) {
      try {
        const headers = { "content-type": "application/json", cookie, ...key };
        const response = await fetch(site + path, { ...init, headers, signal: AbortSignal.timeout(15_000) });
        const text = await response.text();
        const json: Record<string, unknown> = text.startsWith("{") ? JSON.parse(text) : {};
        const isToBeSentAgain = response.status >= 500 || json.code === "request_in_progress";
        if (!isToBeSentAgain) pulse.answers++;
        if (!isToBeSentAgain || Date.now() > end) return { status: response.status, json };
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  };
  return {
    get: (path) => send(path, { method: "GET" }),
    post: (path, body) =>
      send(path, { method: "POST", body: JSON.stringify(body) }, { "idempotency-key": randomUUID() }),
  };
}
