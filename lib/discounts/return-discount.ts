import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { discountCodes, orders } from "@/db/schema/orders";
import { statement } from "@/db/statement";

const RETURN_USE = statement<{ orderId: number }, never>(
  ({ orderId }) => sql`
    update ${discountCodes} as discount set uses = greatest(uses - 1, 0)
    from ${orders} where ${orders.id} = ${orderId} and discount.id = ${orders.discountCodeId}`,
);

/** An order that was just cancelled under its lock gives its use of a code back, after its products. */
export async function returnDiscount(tx: Database, { orderId }: { orderId: number }): Promise<void> {
  await RETURN_USE(tx, { orderId });
}

const LOCK_OF_ORDER = statement<{ orderId: number }, { id: number; isLeft: boolean }>(
  ({ orderId }) => sql`
    select discount.id, discount.uses < coalesce(discount.max_uses, 2147483647) as is_left
    from ${discountCodes} as discount join ${orders} on discount.id = ${orders.discountCodeId}
    where ${orders.id} = ${orderId} for no key update of discount`,
);

const TAKE_USE = statement<{ id: number }, never>(
  ({ id }) => sql`update ${discountCodes} set uses = uses + 1 where id = ${id}`,
);

const LEAVE_CODE = statement<{ orderId: number }, never>(
  ({ orderId }) => sql`update ${orders} set discount_code_id = null where id = ${orderId}`,
);

/**
 * An order that comes back to life was paid at the price that it was given, and keeps it. It counts as a use of its
 * code once more where one is left; else it stands without the code, whose limit is never passed.
 */
export async function retakeDiscount(tx: Database, { orderId }: { orderId: number }): Promise<void> {
  const [discount] = await LOCK_OF_ORDER(tx, { orderId });
  if (!discount) return;
  await (discount.isLeft ? TAKE_USE(tx, { id: discount.id }) : LEAVE_CODE(tx, { orderId }));
}
