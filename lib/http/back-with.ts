import { refusalOf } from "@/lib/http/problem";
import { seeOther } from "@/lib/http/route";
import { sameSitePath } from "@/lib/http/same-site-path";

/** Leads a form's browser back to its page, with a word or two about how it went in the page's address. */
export function backWith(back: string, said: Record<string, string>): Response {
  const [path = "/", query] = sameSitePath(back).split("#")[0]?.split("?") ?? [];
  const words = new URLSearchParams(query);
  for (const [name, value] of Object.entries(said)) words.set(name, value);
  return seeOther(new URL(path, "http://localhost").pathname + (words.size > 0 ? `?${words}` : "")); // a header takes no other letters
}

/** Answers a form that was sent from a page, and everybody else as a program: a refusal leads back with its reason. */
export async function answerBack(back: string | undefined, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (thrown) {
    if (back === undefined) throw thrown;
    const { code, extra } = refusalOf(thrown);
    return backWith(back, { refused: extra.reason ?? code });
  }
}
