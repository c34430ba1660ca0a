import { invalidField } from "@/lib/shared/errors";

const LISTED = /^\s*(?:W\/)?"[\x21\x23-\x7e]*"\s*(?:,\s*(?:W\/)?"[\x21\x23-\x7e]*"\s*)*$/;
const STRONG = /(W\/)?"([^"]*)"/g;

/** The versions that a request acts on; undefined where it takes things as they are. A weak one matches nothing. */
export function ifMatchOf(request: Request): string[] | undefined {
  const header = request.headers.get("if-match");
  if (header === null || header.trim() === "*") return undefined;
  if (!LISTED.test(header)) throw invalidField("If-Match", 'must be an entity tag like "771.42"');
  return [...header.matchAll(STRONG)].flatMap(([, weak, tag = ""]) => (weak ? [] : [tag]));
}

/** The same answer, with the version of what it shows. */
export function withEtag(answer: Response, version: string | null): Response {
  if (version !== null) answer.headers.set("etag", `"${version}"`);
  return answer;
}
