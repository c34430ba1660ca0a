import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { paymentFigures } from "@/db/schema/figures";
import { statement } from "@/db/statement";
import { type Range, rateOf } from "@/lib/figures/model";
import type { DashboardView } from "@/lib/figures/schemas";
import { meaningOf } from "@/lib/jazzcash/response-codes";
import { isLive, isTaken, PAYMENT_METHODS, type PaymentMethod, type PaymentState } from "@/lib/payments/model";

type Found = { paymentMethod: PaymentMethod; status: PaymentState; responseCode: string; attempts: number };

const ATTEMPTS = statement<Range, Found>(
  ({ from, to }) => sql`
    select payment_method, status, response_code, sum(attempts)::int as attempts from ${paymentFigures}
    where day between ${from} and ${to} group by payment_method, status, response_code having sum(attempts) <> 0`,
);

function tally(found: readonly Found[]) {
  const sumOf = (isCounted: (status: PaymentState) => boolean) =>
    found.reduce((sum, { status, attempts }) => sum + (isCounted(status) ? attempts : 0), 0);
  const [attempts, paid, open] = [sumOf(() => true), sumOf(isTaken), sumOf(isLive)];
  return { attempts, paid, open, success_rate: rateOf({ paid, ended: attempts - open }) };
}

type Attempts = Pick<DashboardView, "methods" | "codes">;

/**
 * The attempts that were opened on these days, and how many of those that came to an end were paid: by method, and for
 * JazzCash by the code of its last answer, an empty one where it never gave one.
 */
export async function findAttempts(db: Database, range: Range): Promise<Attempts> {
  const found = await ATTEMPTS(db, range);
  const atGateway = found.filter(({ paymentMethod }) => paymentMethod !== "cash_on_delivery");
  const codes = [...new Set(atGateway.map(({ responseCode }) => responseCode))].map((code) => {
    const { attempts, paid, success_rate } = tally(atGateway.filter(({ responseCode }) => responseCode === code));
    return { code, meaning: meaningOf(code), attempts, paid, success_rate };
  });
  return {
    methods: PAYMENT_METHODS.map((method) => ({
      payment_method: method,
      ...tally(found.filter(({ paymentMethod }) => paymentMethod === method)),
    })),
    codes: codes.toSorted((one, other) => other.attempts - one.attempts || one.code.localeCompare(other.code)),
  };
}
