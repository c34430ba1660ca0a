import type { z } from "zod";

export type Address = Record<string, string | string[] | undefined>;

/** What an address asks for, by the fields of a query; what it says wrongly is passed over. */
export function filtersIn<S extends z.ZodObject>(query: S, address: Address): Partial<z.output<S>> {
  const fields: Record<string, z.ZodType> = query.shape;
  const good = Object.entries(fields).flatMap(([name, field]) => {
    const value = address[name];
    const parsed = typeof value === "string" && value.trim() !== "" ? field.safeParse(value) : null;
    return parsed?.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(good) as Partial<z.output<S>>;
}

type Neighbours = { page: number; pages: number; previous: string | null; next: string | null };

/** Where one page of a list stands, with its neighbours' addresses. */
export function pagesOf(
  path: string,
  filters: Parameters<typeof pathWith>[1],
  { page, count, size }: { page: number; count: number; size: number },
): Neighbours {
  const pages = Math.max(1, Math.ceil(count / size));
  const at = (number: number) => pathWith(path, { ...filters, page: number });
  const previous = page > 1 ? at(Math.min(page - 1, pages)) : null;
  return { page, pages, previous, next: page < pages ? at(page + 1) : null };
}

/** The address of a list with its filters. */
export function pathWith(path: string, filters: Record<string, string | number | undefined>): string {
  const kept = Object.entries(filters).flatMap(([name, value]) =>
    value === undefined || (name === "page" && value === 1) ? [] : [[name, String(value)]],
  );
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`;
}
