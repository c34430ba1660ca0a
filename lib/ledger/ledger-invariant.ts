import { type SQL, sql } from "drizzle-orm";
import { isTaken, PAYMENT_STATES } from "@/lib/payments/model";

/** Something that must hold of the whole database at every moment between two transactions. */
export type LedgerInvariant = {
  name: string;
  /** What must hold, for whoever reads the report. */
  sentence: string;
  /** What the found ids are ids of. */
  of: string;
  /** The breaches, each by its `id`; the time of the proof is `(select now from clock)`. */
  query: SQL;
};

const list = (words: readonly string[]): SQL => sql.raw(`(${words.map((word) => `'${word}'`).join(", ")})`);

/** States in which money has been taken, as SQL. */
export const TAKEN = list(PAYMENT_STATES.filter(isTaken));

/** States in which an attempt is not over, as SQL. */
export const LIVE = sql.raw("('pending', 'processing')");

/** Whether a step is none of the allowed ones, `from` and `to` being columns of states. */
export const isNoStep = (from: SQL, to: SQL, steps: readonly (readonly [string | null, string])[]): SQL =>
  sql`coalesce(${from}::text, '') || ' > ' || ${to} not in ${list(steps.map(([before, after]) => `${before ?? ""} > ${after}`))}`;
