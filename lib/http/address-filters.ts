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

/** The address of a list with its filters. */
export function pathWith(path: string, filters: Record<string, string | number | undefined>): string {
  const kept = Object.entries(filters).flatMap(([name, value]) =>
    value === undefined || (name === "page" && value === 1) ? [] : [[name, String(value)]],
  );
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`;
}
