const PATH = /^\/(?:[^/\\\p{Cc}?#][^\\\p{Cc}]*|[?#][^\\\p{Cc}]*)?$/u;

/** Where to go next, if that is a page of this site; the home page for everything else that an address may say. */
export function sameSitePath(next: unknown): string {
  if (typeof next !== "string" || !PATH.test(next)) return "/";
  const [path = ""] = next.split(/[?#]/);
  return path.includes("//") ? "/" : next;
}
