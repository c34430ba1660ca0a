import { env } from "@/lib/env";

export type Page = { page: number; page_size: number };
export type Slice<Row> = { count: number; rows: Row[] };

/** The envelope of every list; the addresses keep the other parts of the query. */
export function pageOf<Row>(request: Request, page: Page, { count, rows }: Slice<Row>) {
  const at = (number: number): string => {
    const url = new URL(request.url);
    url.searchParams.set("page", String(number));
    return `${env().siteUrl}${url.pathname.replace(/\/?$/, "/")}${url.search}`;
  };
  const lastPage = Math.max(1, Math.ceil(count / page.page_size));
  return {
    count,
    next: page.page * page.page_size < count ? at(page.page + 1) : null,
    previous: page.page > 1 ? at(Math.min(page.page - 1, lastPage)) : null,
    results: rows,
  };
}
