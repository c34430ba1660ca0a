import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderStatusHistory, orders } from "@/db/schema/orders";
import { statement } from "@/db/statement";
import type { OrderPaymentState, OrderState } from "@/lib/orders/model";
import { AppError } from "@/lib/shared/errors";

/** An order's version in a query over `orders`: its row's own, and the last row of its history. */
export const VERSION = sql<string>`
  "orders".xmin::text || '.' || coalesce((select max(step.id) from ${orderStatusHistory} as step
    where step.order_id = "orders".id), 0)`;

type Standing = { version: string; status: OrderState; paymentStatus: OrderPaymentState };

const STANDING = statement<{ id: number }, Standing>(
  ({ id }) => sql`select ${VERSION} as version, status, payment_status from ${orders} where id = ${id}`,
);

type Step = { fromStatus: OrderState | null; toStatus: OrderState; actor: string; notes: string; createdAt: Date };

const STEPS_SINCE = statement<{ id: number; last: number }, Step>(
  ({ id, last }) => sql`
    select from_status, to_status, actor, notes, created_at from ${orderStatusHistory}
    where order_id = ${id} and id > ${last} order by id`,
);

/** The version that an order has now, or null where there is none. */
export async function findVersion(db: Database, orderId: number): Promise<string | null> {
  const [standing] = await STANDING(db, { id: orderId });
  return standing?.version ?? null;
}

const lastStepIn = (version: string | undefined): number => {
  const [, last] = /^\d+\.(\d{1,15})$/.exec(version ?? "") ?? [];
  return last === undefined ? Number.MAX_SAFE_INTEGER : Number(last);
};

/**
 * Somebody acts on an order as they saw it: under its lock it must be that still. Refuses `order_changed`, with how it
 * stands and what happened to it since. Whoever names no version acts on the order as it is.
 */
export async function requireVersion(
  tx: Database,
  orderId: number,
  ifMatch: readonly string[] | undefined,
): Promise<void> {
  if (ifMatch === undefined) return;
  const [now] = await STANDING(tx, { id: orderId });
  if (!now || ifMatch.includes(now.version)) return;
  const since = await STEPS_SINCE(tx, { id: orderId, last: lastStepIn(ifMatch[0]) });
  throw new AppError("order_changed", "Somebody changed this order meanwhile. Look at it as it is now.", {
    version: now.version,
    order_status: now.status,
    payment_status: now.paymentStatus,
    status_history: since.map(({ fromStatus, toStatus, actor, notes, createdAt }) => ({
      from_status: fromStatus,
      to_status: toStatus,
      actor,
      notes,
      created_at: createdAt.toISOString(),
    })),
  });
}
