import { and, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderFigures } from "@/db/schema/figures";
import type { OrderPaymentState, OrderState } from "@/lib/orders/model";

type Kind = { status?: OrderState; payment_status?: OrderPaymentState; from?: string; to?: string };

/** How many orders of a kind there are in the whole shop, by its figures: no order is looked at. Days are Pakistan's. */
export async function countByFigures(db: Database, kind: Kind, among?: SQL): Promise<number> {
  const [sum] = await db
    .select({ count: sql<number>`coalesce(sum(${orderFigures.orders}), 0)::int` })
    .from(orderFigures)
    .where(
      and(
        kind.status ? eq(orderFigures.status, kind.status) : undefined,
        kind.payment_status ? eq(orderFigures.paymentStatus, kind.payment_status) : undefined,
        kind.from ? gte(orderFigures.day, kind.from) : undefined,
        kind.to ? lte(orderFigures.day, kind.to) : undefined,
        among,
      ),
    );
  return sum?.count ?? 0;
}
