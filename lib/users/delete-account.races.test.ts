import { setTimeout } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { atOnce } from "@/db/at-once";
import { orders } from "@/db/schema/orders";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { aLine, orderInput } from "@/db/test-fixtures";
import { placeOrder } from "@/lib/orders/place-order";
import { aCustomer, aPayment, cancel, inUse, leave, tell } from "@/lib/users/test-customer";

const { db } = testDatabase({ max: 20 });

test("an order placed at the same moment is either seen and keeps the account, or not made at all", async () => {
  for (let round = 0; round < 6; round++) {
    const ctx = await aCustomer(db);
    await aLine(ctx, { stock: 50 });
    const { done } = await atOnce(20, async (lane) => {
      if (lane % 10 === 5) return leave(ctx).then(() => "left" as const);
      await placeOrder(ctx, orderInput());
      return "placed" as const;
    });
    const [user] = await db.select().from(users).where(eq(users.id, ctx.actor.userId));
    const made = await db.select().from(orders).where(eq(orders.userId, ctx.actor.userId));
    expect(done).toEqual(user?.deletedAt ? ["left"] : ["placed"]);
    expect(made).toHaveLength(user?.deletedAt ? 0 : 1);
  }
});

test("an order that is just being placed is waited for", async () => {
  const ctx = await aCustomer(db);
  await aLine(ctx);
  const leaving = await db.transaction(async (tx) => {
    await placeOrder({ ...ctx, db: tx }, orderInput());
    const leaves = leave(ctx).catch((thrown: unknown) => thrown);
    await setTimeout(400);
    return { leaves };
  });
  expect(await leaving.leaves).toMatchObject(inUse("order_open"));
});

test("an order that is asked for while the account is being deleted finds an empty cart", async () => {
  const ctx = await aCustomer(db);
  await aLine(ctx);
  const placing = await db.transaction(async (tx) => {
    await leave({ ...ctx, db: tx });
    const places = placeOrder(ctx, orderInput()).catch((thrown: unknown) => thrown);
    await setTimeout(100);
    return { places };
  });
  expect(await placing.places).toMatchObject({ code: "cart_empty" });
});

test("money that is just coming in is waited for", async () => {
  const ctx = await aCustomer(db);
  const { order, payment } = await aPayment(ctx);
  await cancel(ctx, order.id);
  const leaving = await db.transaction(async (tx) => {
    await tell(tx, payment, "121");
    const leaves = leave(ctx).catch((thrown: unknown) => thrown);
    await setTimeout(400);
    return { leaves };
  });
  expect(await leaving.leaves).toMatchObject(inUse("refund_owed"));
});
