import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { atOnce } from "@/db/at-once";
import { outgoingMessages } from "@/db/schema/messages";
import { orders } from "@/db/schema/orders";
import { addresses, passwordResets, users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { aLine, orderInput } from "@/db/test-fixtures";
import { untilWaiting } from "@/db/test-waiting";
import { saveAddress } from "@/lib/addresses/save-address";
import { placeOrder } from "@/lib/orders/place-order";
import { requestPasswordReset } from "@/lib/users/request-password-reset";
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
    await untilWaiting(db);
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
    await untilWaiting(db);
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
    await untilWaiting(db);
    return { leaves };
  });
  expect(await leaving.leaves).toMatchObject(inUse("refund_owed"));
});

const PLACE = {
  name: "Hina",
  phone: "03001234567",
  province: "punjab",
  city: "Multan",
  area: "",
  address: "House 5",
} as const;
const addressesOf = (userId: number) => db.$count(addresses, eq(addresses.userId, userId));

test("an address that is saved while the account is being deleted is not kept", async () => {
  const ctx = await aCustomer(db);
  const { saving } = await db.transaction(async (tx) => {
    await leave({ ...ctx, db: tx });
    const saves = saveAddress(ctx, PLACE).catch((thrown: unknown) => thrown);
    await untilWaiting(db);
    return { saving: saves };
  });
  expect(await saving).toMatchObject({ code: "not_signed_in" });
  expect(await addressesOf(ctx.actor.userId)).toBe(0);
});

test("an address that is just being saved is waited for, and goes with its account", async () => {
  const ctx = await aCustomer(db);
  const { leaving } = await db.transaction(async (tx) => {
    await saveAddress({ ...ctx, db: tx }, PLACE);
    const leaves = leave(ctx);
    await untilWaiting(db);
    return { leaving: leaves };
  });
  await leaving;
  expect(await addressesOf(ctx.actor.userId)).toBe(0);
});

const linksOf = (userId: number) => db.$count(passwordResets, eq(passwordResets.userId, userId));
const addresseesOf = async (userId: number) =>
  (await db.select().from(outgoingMessages).where(eq(outgoingMessages.userId, userId))).map((one) => one.recipient);

test("a reset link that is asked for while the account is being deleted is written for nobody", async () => {
  const ctx = await aCustomer(db);
  const { asking } = await db.transaction(async (tx) => {
    await leave({ ...ctx, db: tx });
    const asks = requestPasswordReset(ctx, { email: ctx.email, locale: "en" });
    await untilWaiting(db);
    return { asking: asks };
  });
  await asking;
  expect([await linksOf(ctx.actor.userId), await addresseesOf(ctx.actor.userId)]).toEqual([0, []]);
});

test("a reset link that is just being written is waited for, and neither it nor its mail is left", async () => {
  const ctx = await aCustomer(db);
  const { leaving } = await db.transaction(async (tx) => {
    await requestPasswordReset({ ...ctx, db: tx }, { email: ctx.email, locale: "en" });
    const leaves = leave(ctx);
    await untilWaiting(db);
    return { leaving: leaves };
  });
  await leaving;
  expect([await linksOf(ctx.actor.userId), await addresseesOf(ctx.actor.userId)]).toEqual([0, [""]]);
});
