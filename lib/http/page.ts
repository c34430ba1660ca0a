import { env } from "@/lib/env";

export type Page = { page: number; page_size: number };
export type Slice<Row> = { count: number; rows: Row[] };

/** The address of a request with other values in its query; null takes a name out. */
export function atQuery(request: Request, values: Record<string, number | null>): string {
  const url = new URL(request.url);
  for (const [name, value] of Object.entries(values)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, String(value));
  }
  return `${env().siteUrl}${url.pathname.replace(/\/?$/, "/")}${url.search}`;
}

/** The envelope of every list; the addresses keep the other parts of the query. */
export function pageOf<Row>(request: Request, page: Page, { count, rows }: Slice<Row>) {
  const at = (number: number): string => atQuery(request, { page: number });
  const lastPage = Math.max(1, Math.ceil(count / page.page_size));
  return {
    count,
    next: page.page * page.page_size < count ? at(page.page + 1) : null,
    previous: page.page > 1 ? at(Math.min(page.page - 1, lastPage)) : null,
    results: rows,
  };
}
