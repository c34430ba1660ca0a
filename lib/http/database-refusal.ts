import { databaseError } from "@/db/broken-constraint";
import { renewDatabase } from "@/db/client";
import { AppError } from "@/lib/shared/errors";
import type { BrokenRule } from "@/lib/shared/broken-rule";
import { BROKEN_RULES } from "@/lib/shared/broken-rules";

const UNAVAILABLE =
  /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|CONNECT|CONNECTION_|08|53|57P0|57014$|25P0[34]$|55P03$|40P01$|40001$)/;

/** Codes that only the driver or the server gives: a visitor whose connection breaks must not cost us the pool. */
const LOST = /^(CONNECTION_CLOSED|CONNECTION_DESTROYED|57P01)$/;

const extraOf = ({ field, detail }: BrokenRule): AppError["extra"] =>
  field === undefined ? {} : { reason: "taken", errors: [{ path: field, message: detail }] };

/** Tells a person which rule of the data was broken, or that the database cannot be had; null for anything else. */
export function toRefusal(thrown: unknown): AppError | null {
  const error = databaseError(thrown);
  if (!error) return null;
  const rule = error.constraint_name ? BROKEN_RULES[error.constraint_name] : undefined;
  if (rule) return new AppError(rule.code, rule.detail, extraOf(rule));
  if (UNAVAILABLE.test(error.code)) {
    console.warn(`The database cannot be reached: ${error.code}`);
    if (LOST.test(error.code)) renewDatabase();
    return new AppError(
      "database_unavailable",
      "The shop cannot reach its records just now.",
      {},
      { "retry-after": "5" },
    );
  }
  return null;
}
