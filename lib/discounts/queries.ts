import { sql } from "drizzle-orm";
import { discountCodes, orders } from "@/db/schema/orders";
import { statement } from "@/db/statement";
import { decideDiscount, type DiscountRefusal, type DiscountTerms } from "@/lib/discounts/model";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

export type DiscountRow = DiscountTerms & { id: number };

/** A code as it was written, else the one that differs in large and small letters only. */
export const discountNamed = (code: unknown) => sql`
  select id, percent, amount_paisa, starts_at, ends_at, max_uses, max_uses_per_user, uses, is_active
  from ${discountCodes} where lower(code) = lower(${code}) order by code = ${code} desc, id limit 1`;

const FIND = statement<{ code: string }, DiscountRow>(({ code }) => discountNamed(code));

const COUNT_USES = statement<{ discountId: number; userId: number }, { count: number }>(
  ({ discountId, userId }) => sql`
    select count(*)::int as count from ${orders}
    where discount_code_id = ${discountId} and user_id = ${userId} and status <> 'cancelled'`,
);

const SAID: Record<DiscountRefusal, string> = {
  unknown: "This discount code is not valid.",
  expired: "This discount code has expired.",
  used_up: "This discount code has been used up.",
  used_before: "You have used this discount code already.",
};

/** The code, if this person may use it now; else `invalid_input` or `discount_code_used_up`, said by its field. */
export async function allowedDiscount(ctx: UserCtx, row: DiscountRow | undefined): Promise<DiscountRow> {
  const isCounted = row && row.maxUsesPerUser !== null;
  const [own] = isCounted ? await COUNT_USES(ctx.db, { discountId: row.id, userId: ctx.actor.userId }) : [];
  const reason = decideDiscount(row ?? null, { now: ctx.now, usesBySame: own?.count ?? 0 });
  if (row && reason === null) return row;
  const why = reason ?? "unknown";
  const code = why === "used_up" || why === "used_before" ? "discount_code_used_up" : "invalid_input";
  throw new AppError(code, SAID[why], { reason: why, errors: [{ path: "discount_code", message: SAID[why] }] });
}

/** What a code would take off at this moment. Promises nothing: only the order takes a use of it. */
export async function findDiscount(ctx: UserCtx, code: string): Promise<DiscountRow> {
  const [row] = await FIND(ctx.db, { code });
  return allowedDiscount(ctx, row);
}
