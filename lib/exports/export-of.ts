import { and, gte, lt, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { CellKind } from "@/lib/exports/model";
import { minutesAfter, pakistanMidnight } from "@/lib/shared/pakistan-time";

type Column = readonly [name: string, kind: CellKind, from: SQL | PgColumn];

const DAY_MINUTES = 24 * 60;

/** What an export is made of: names and kinds of its columns, and the query that finds them in this order. */
export type ExportOf = { names: string[]; kinds: CellKind[]; query: SQL };

/** The columns, and what follows `select …` in their query. */
export const exportOf = (columns: readonly Column[], rest: SQL): ExportOf => ({
  names: columns.map(([name]) => name),
  kinds: columns.map(([, kind]) => kind),
  query: sql`select ${selected(columns)} ${rest}`,
});

/** The columns as they stand in a query that is put together of several. */
export const selected = (columns: readonly Column[]): SQL =>
  sql.join(
    columns.map(([name, , from]) => sql`${from} as ${sql.identifier(name)}`),
    sql`, `,
  );

/** Whole days of Pakistan's calendar, both of them included. */
export const betweenDays = (column: PgColumn, { from, to }: { from?: string; to?: string }): SQL | undefined =>
  and(
    from ? gte(column, pakistanMidnight(from)) : undefined,
    to ? lt(column, minutesAfter(pakistanMidnight(to), DAY_MINUTES)) : undefined,
  );

/** A filter as SQL, where there is any. */
export const whereAll = (...conditions: (SQL | undefined)[]): SQL => {
  const all = and(...conditions);
  return all ? sql`where ${all}` : sql``;
};
