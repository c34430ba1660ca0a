import type { Answer } from "./send";

/** What an answer says by itself. `taken` is the gateway's 000: the message was taken in, whatever it meant. */
export type Word = "paid" | "unpaid" | "taken" | "refused" | "unclear";

/** JSON with `success` or `pp_ResponseCode`, the old plain text that begins with the code, or a page by its words. */
export function wordOf({ door, status, location, text }: Answer, paid: RegExp | null): Word {
  if (status === null || status >= 400) return "refused";
  const { success, pp_ResponseCode: code } = objectIn(text);
  if (typeof success === "boolean") return success ? "paid" : "unpaid";
  const said = typeof code === "string" ? code : /^"?(\d{3})(?!\d)/.exec(text.trim())?.[1];
  if (said !== undefined) return said === "000" ? "taken" : "refused";
  if (door === "return" && paid) return paid.test(`${location ?? ""}\n${text}`) ? "paid" : "unpaid";
  return "unclear";
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}
