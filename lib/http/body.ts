import { z } from "zod";
import { AppError } from "@/lib/shared/errors";
import { limitedBytes } from "@/lib/shared/limited-bytes";

const MAX_BYTES = 256 * 1024;

const mediaType = (request: Request): string =>
  (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

const tooLarge = () => new AppError("payload_too_large", "A body may have at most 256 KB.");

const isTooLarge = (request: Request): boolean => Number(request.headers.get("content-length") ?? 0) > MAX_BYTES;

/** Refuses a body by the length that it says of itself, before anything reads it. */
export function refuseLargeBodies(request: Request): void {
  if (isTooLarge(request)) throw tooLarge();
}

/** The body as text, read no further than the limit. */
export async function limitedText(request: Request): Promise<string> {
  if (isTooLarge(request)) throw tooLarge();
  const isMeasured = request.headers.has("content-length");
  const reading = isMeasured ? request.arrayBuffer() : limitedBytes(request.body, MAX_BYTES);
  const bytes = await reading.catch(() => {
    throw new AppError("invalid_input", "The body broke off."); // its sender went away, which says nothing of us
  });
  if (bytes === null) throw tooLarge();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("invalid_input", "The body is not UTF-8.");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid_input", "The body is not JSON.");
  }
}

const UNSUPPORTED = () => new AppError("unsupported_media_type", "Send application/json.");

/** A JSON body by its schema. No body at all counts as `{}` where the schema asks for nothing. */
export async function jsonBody<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const text = await limitedText(request);
  if (text === "") return schema.parse({});
  if (mediaType(request) !== "application/json") throw UNSUPPORTED();
  return schema.parse(parseJson(text));
}

/** A query by its schema; a name given twice is refused rather than one of them believed. */
export function queryOf<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  const search = new URL(request.url).searchParams;
  const twice = [...search.keys()].find((name, at, names) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new AppError("invalid_input", `${twice} is given twice.`);
  return schema.parse(Object.fromEntries(search));
}

const JSON_MARK = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** The names of an object as they stand in its valid text: `JSON.parse` would hide one that is given twice. */
function namesIn(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let last = "";
  for (const [mark] of text.matchAll(JSON_MARK)) {
    if (mark === "{" || mark === "[") depth++;
    if (mark === "}" || mark === "]") depth--;
    if (mark === ":" && depth === 1) names.push(String(JSON.parse(last)));
    last = mark;
  }
  return names;
}

/** What the gateway sends: names and values in their order (a form may say a name twice), or a JSON object. */
export type GatewayBody = { kind: "form" | "json"; entries: [name: string, value: unknown][] };

export async function gatewayBody(request: Request): Promise<GatewayBody> {
  const type = mediaType(request);
  if (type === "application/x-www-form-urlencoded") {
    return { kind: "form", entries: [...new URLSearchParams(await limitedText(request))] };
  }
  if (type !== "application/json") throw new AppError("unsupported_media_type", "Send a form or application/json.");
  const text = await limitedText(request);
  const body = parseJson(text);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new AppError("invalid_input", "The body is not a JSON object.");
  }
  const names = namesIn(text);
  const values = Object.entries(body);
  const seen = new Set<string>();
  const twice = names.find((name) => seen.has(name) || !seen.add(name));
  return { kind: "json", entries: twice === undefined ? values : [...values, [twice, null]] };
}
