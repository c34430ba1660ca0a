const PAGES: Record<string, string> = { order: "orders", payment: "payments", user: "people" };

/** Where what was changed can be seen, or null. */
export function subjectPath(subject: string): string | null {
  const [, kind = "", id = ""] = /^(\w+):([\w-]{1,64})$/.exec(subject) ?? [];
  const page = PAGES[kind];
  return page ? `/admin/${page}/${id}` : null;
}
