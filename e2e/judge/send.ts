import { type ClientRequest, type IncomingMessage, request as plainRequest } from "node:http";
import { request as safeRequest } from "node:https";
import type { Door, Message } from "./message";

/** What came back: no status where nothing did, and then the reason. */
export type Answer = { door: Door; status: number | null; location: string | null; text: string; trouble: string };

const LONGEST_ANSWER = 1024 * 1024;
const GATEWAY = "https://payments.jazzcash.com.pk";

/** A browser on its way back says which site sent it; the gateway's servers say nothing. */
const headersOf = ({ door, method, contentType, body }: Message): Record<string, string> => ({
  ...(contentType !== null && { "content-type": contentType }),
  ...(method === "POST" && { "content-length": String(Buffer.byteLength(body)) }),
  ...(door === "return" && { accept: "text/html", "sec-fetch-site": "cross-site" }),
  ...(door === "return" && method === "POST" && { origin: GATEWAY }),
});

function open(address: string, message: Message): ClientRequest {
  const url = new URL(address);
  if (message.query !== "") url.search = url.search === "" ? message.query : `${url.search}&${message.query}`;
  const ask = url.protocol === "https:" ? safeRequest : plainRequest;
  return ask(url, { method: message.method, headers: headersOf(message), agent: false });
}

/** Sends one message and waits for the answer; redirects are not followed. */
export function send(address: string, message: Message, timeoutMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const request = open(address, message);
    let trouble = "";
    let isAnswered = false;
    const clock = setTimeout(() => {
      trouble = `no answer in ${timeoutMs} ms`;
      request.destroy();
    }, timeoutMs);
    request.on("error", (error: NodeJS.ErrnoException) => {
      trouble ||= error.code ?? error.message;
    });
    request.once("close", () => {
      clearTimeout(clock);
      if (!isAnswered)
        resolve({ door: message.door, status: null, location: null, text: "", trouble: trouble || "closed" });
    });
    request.once("response", (response) => {
      isAnswered = true;
      void textOf(response).then((text) => {
        const { statusCode = null, headers } = response;
        resolve({ door: message.door, status: statusCode, location: headers.location ?? null, text, trouble: "" });
        request.destroy();
      });
    });
    request.end(message.body);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = "";
  try {
    for await (const chunk of response.setEncoding("utf8")) {
      text += String(chunk);
      if (text.length > LONGEST_ANSWER) break;
    }
  } catch {
    return text; // the rest of it never came
  }
  return text;
}

/** Says half of a message and then nothing, until it is let go; resolves once that half is on its way. */
export function hold(address: string, message: Message): Promise<() => void> {
  return new Promise((resolve) => {
    const request = open(address, message);
    const letGo = () => void request.destroy();
    request.on("error", () => resolve(letGo));
    request.on("response", (response) => void response.resume());
    request.write(message.body.slice(0, message.body.length / 2), () => resolve(letGo));
  });
}
