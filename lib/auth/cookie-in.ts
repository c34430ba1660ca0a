/** The value of one cookie in a `Cookie` header, as it was sent; empty where it is not there. */
export function cookieIn(cookieHeader: string | null, name: string): string {
  const start = `${name}=`;
  const pair = (cookieHeader ?? "").split(/;\s*/).find((part) => part.startsWith(start));
  return pair?.slice(start.length) ?? "";
}
