import { env } from "@/lib/env";

export type Page = { page: number; page_size: number };
export type Slice<Row> = { count: number; rows: Row[] };

/** The envelope of every list; the addresses keep the other parts of the query. */
export function pageOf<Row>(request: Request, page: Page, { count, rows }: Slice<Row>) {
  const at = (number: number): string => {
    const url = new URL(request.url);
    url.searchParams.set("page", String(number));
    return `${env().siteUrl}${url.pathname}${url.search}`;
  };
  return {
    count,
    next: page.page * page.page_size < count ? at(page.page + 1) : null,
    previous: page.page > 1 ? at(page.page - 1) : null,
    results: rows,
  };
}
