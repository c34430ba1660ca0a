import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { discountCodes, orders } from "@/db/schema/orders";
import { aLine, orderInput } from "@/db/test-fixtures";
import { placeOrder } from "@/lib/orders/place-order";
import type { UserCtx } from "@/lib/shared/context";

type NewCode = Partial<typeof discountCodes.$inferInsert>;

let made = 0;

/** A code of ten percent unless said otherwise, with a name of its own. */
export async function aCode(db: Database, terms: NewCode = {}) {
  const amounts = terms.amountPaisa ? {} : { percent: 10 };
  const [row] = await db
    .insert(discountCodes)
    .values({ code: `CODE${++made}`, ...amounts, ...terms })
    .returning({ id: discountCodes.id, code: discountCodes.code });
  if (!row) throw new Error("no code was made");
  return row;
}

export async function usesOf(db: Database, id: number): Promise<number> {
  const [row] = await db.select({ uses: discountCodes.uses }).from(discountCodes).where(eq(discountCodes.id, id));
  return row?.uses ?? -1;
}

export const codeOf = async (db: Database, orderId: number): Promise<number | null> =>
  (await db.select({ id: orders.discountCodeId }).from(orders).where(eq(orders.id, orderId)))[0]?.id ?? null;

/** An order of goods for Rs 3,000 with that code. */
export async function orderWith(ctx: UserCtx, discount_code: string) {
  await aLine(ctx, { quantity: 2 });
  return placeOrder(ctx, orderInput({ discount_code }));
}
