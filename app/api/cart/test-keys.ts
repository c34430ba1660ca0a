import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { ask, doorAt, type signedIn } from "@/app/api/test-doors";
import type { Database } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/operations";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { aLine, anOrder } from "@/db/test-fixtures";

type Person = Awaited<ReturnType<typeof signedIn>>;
type Body = Record<string, unknown>;

type KeyedDoor = {
  path: string;
  table: string;
  status: number;
  prepare: (person: Person) => Promise<{ body: Body; other: Body }>;
  effects: (person: Person) => Promise<number>;
};

/** Each door with something that it will do once, the same differently asked, and how often it was done. */
export const keyedDoors = (db: Database): KeyedDoor[] => [
  {
    path: "cart/orders",
    table: "orders",
    status: 201,
    prepare: async (person) => {
      await aLine(person, { stock: 1000 });
      const body = { shipping_address: "1 Mall Road, Lahore", customer_name: "Omar", notes: "Ring twice" };
      return { body, other: { ...body, notes: "Ring once" } };
    },
    effects: ({ actor }) => db.$count(orders, eq(orders.userId, actor.userId)),
  },
  {
    path: "cart/payments/initiate",
    table: "payments",
    status: 200,
    prepare: async (person) => {
      const { order } = await anOrder(person);
      const body = { order_id: order.id, payment_method: "jazzcash", amount: "3000.00" };
      return { body, other: { ...body, payment_method: "cash_on_delivery" } };
    },
    effects: ({ actor }) =>
      db.$count(
        payments,
        sql`${payments.orderId} in (select id from ${orders} where ${orders.userId} = ${actor.userId})`,
      ),
  },
];

export const post = async (path: string, person: Person, body: unknown, key: string) =>
  ask(await doorAt(path), "POST", { cookie: person.cookie, body, headers: { "idempotency-key": key } });

/** The one key of a person. */
export const rowOf = async ({ db, actor }: Person) => {
  const rows = await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.userId, actor.userId));
  expect(rows).toHaveLength(1);
  return rows[0];
};

/** The keys of a person as a server that stopped so long ago would have left them. */
export const leaveKey = (
  { db, actor }: Person,
  seconds: number,
  left: Partial<typeof idempotencyKeys.$inferInsert> = {},
) =>
  db
    .update(idempotencyKeys)
    .set({ ...left, createdAt: new Date(Date.now() - seconds * 1000) })
    .where(eq(idempotencyKeys.userId, actor.userId));
