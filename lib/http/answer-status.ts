import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

const KEY = Symbol.for("sauda.answers");
type Answer = { response: ServerResponse; isForScripts: boolean };
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Answer> }; // Next bundles this file more than once

/** Remembers, for all that a request calls, the answer that it will get. Called once, when the server starts. */
export function followAnswers(): void {
  if (shared[KEY]) return;
  const answers = (shared[KEY] = new AsyncLocalStorage());
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    answers.enterWith({ response, isForScripts: "rsc" in request.headers }); // Next takes this header off later
  });
}

/**
 * Gives a page that is being drawn another status than 200. Next's `notFound()` does so too, but leaves the drawing to
 * the browser's scripts. What those scripts themselves fetch stays 200: anything else they would load again as a page.
 * False where it is too late, or where the server is not one of Node's.
 */
export function setAnswerStatus(status: number): boolean {
  const answer = shared[KEY]?.getStore();
  if (!answer || answer.response.headersSent) return false;
  if (!answer.isForScripts) answer.response.statusCode = status;
  return true;
}
