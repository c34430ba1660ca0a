import { z } from "zod";
import { env } from "@/lib/env";

/** What every list takes in its query. */
export const PageQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  page_size: z.coerce.number().int().min(1).max(100).default(20),
});

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
