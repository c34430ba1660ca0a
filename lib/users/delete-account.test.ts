import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { outgoingMessages } from "@/db/schema/messages";
import { orders } from "@/db/schema/orders";
import { addresses, passwordResets, sessions, users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { aLine, anOrder, later, laterOn, linesOf, NOON, orderInput, somebody } from "@/db/test-fixtures";
import { storyOf } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { cancelUnpaidOrders } from "@/lib/orders/cancel-unpaid-orders";
import { placeOrder } from "@/lib/orders/place-order";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { recordCash } from "@/lib/payments/record-cash";
import { refundPayment } from "@/lib/refunds/refund-payment";
import { deleteAccount } from "@/lib/users/delete-account";
import { registerUser } from "@/lib/users/register-user";
import { aCustomer, aPayment, cancel, deliver, inUse, leave, password, tell } from "@/lib/users/test-customer";

const { db } = testDatabase();
const system = { db, now: NOON, actor: { kind: "system", useCase: "reconcile" } } as const;

test("a deleted account leaves its orders to the books and nothing that names a person", async () => {
  const ctx = await aCustomer(db);
  const { userId } = ctx.actor;
  await aLine(ctx);
  const placed = await placeOrder(
    ctx,
    orderInput({
      customer_name: "Hina",
      customer_phone: "03001234567",
      customer_email: "hina@example.com",
      shipping_city: "Lahore",
      shipping_province: "punjab",
      shipping_area: "Model Town",
      notes: "the green gate",
    }),
  );
  const payment = await initiatePayment(ctx, { order_id: placed.id, payment_method: "jazzcash" });
  await tell(db, payment, "121");
  await deliver(db, placed.id);
  await aLine(ctx, { quantity: 3 });
  await db.insert(addresses).values({
    userId,
    name: "Hina",
    phone: "03001234567",
    city: "Lahore",
    address: "1 Mall Road",
    createdAt: NOON,
    updatedAt: NOON,
  });
  await db.insert(passwordResets).values({ userId, tokenHash: Buffer.from("hers"), createdAt: NOON, expiresAt: NOON });

  await leave(ctx);
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  expect(user).toMatchObject({
    email: null,
    name: "",
    phone: null,
    passwordHash: null,
    disabledAt: NOON,
    deletedAt: NOON,
  });
  const [order] = await db.select().from(orders).where(eq(orders.id, placed.id));
  expect(order).toMatchObject({
    orderNumber: placed.order_number,
    status: "delivered",
    paymentStatus: "paid",
    totalPaisa: 300_000,
    paidPaisa: 300_000,
    shippingCity: "Lahore",
    shippingProvince: "punjab",
    shippingArea: "",
    shippingAddress: "",
    shippingPostalCode: "",
    customerName: "",
    customerPhone: "",
    customerEmail: "",
    notes: "",
    cancelledBy: null,
  });
  expect(await linesOf(ctx)).toEqual([]);
  for (const table of [sessions, addresses, passwordResets]) {
    expect(await db.select().from(table).where(eq(table.userId, userId))).toEqual([]);
  }
  const messages = await db.select().from(outgoingMessages).where(eq(outgoingMessages.orderId, placed.id));
  expect(messages.length).toBeGreaterThan(0);
  expect(messages.filter((message) => message.recipient !== "" || (!message.sentAt && !message.givenUpAt))).toEqual([]);
  await expectProof(db);
});

test("the same e-mail can make an account anew, which knows nothing of the old one", async () => {
  const ctx = await aCustomer(db);
  await leave(ctx);
  const again = await registerUser(system, { email: ctx.email.toUpperCase(), password, name: "Hina" });
  expect(again.id).not.toBe(ctx.actor.userId);
});

test("a wrong password deletes nothing, and is named by its field", async () => {
  const ctx = await aCustomer(db);
  const refused = deleteAccount(ctx, { password: "a guess", address: null });
  await expect(refused).rejects.toMatchObject({ code: "invalid_input", extra: { errors: [{ path: "password" }] } });
  await leave(ctx);
});

test("staff do not delete their own accounts: what they did is told by who they are", async () => {
  const staff = await somebody(db, { role: "staff" });
  await expect(leave(staff)).rejects.toMatchObject({ code: "forbidden" });
});

test("an order that is not over keeps the account, and is named", async () => {
  const ctx = await aCustomer(db);
  const { order } = await anOrder(ctx);
  const way = { why: "order_open", order_id: order.id, order_number: order.order_number };
  await expect(leave(ctx)).rejects.toMatchObject({ code: "account_in_use", extra: { in_the_way: way } });
  await initiatePayment(ctx, { order_id: order.id, payment_method: "cash_on_delivery" });
  await expect(leave(ctx)).rejects.toMatchObject(inUse("order_open"));
  await deliver(db, order.id);
  await expect(leave(ctx)).rejects.toMatchObject(inUse("order_open")); // the courier's cash is not recorded yet
});

test("a payment that is being checked keeps the account", async () => {
  const ctx = await aCustomer(db);
  const { payment } = await aPayment(ctx);
  await tell(db, payment, "157");
  await expect(leave(ctx)).rejects.toMatchObject(inUse("payment_checked"));
  await tell(db, payment, "129", 2);
  await expect(leave(ctx)).rejects.toMatchObject(inUse("order_open"));
});

test("money that has to go back keeps the account until it went back", async () => {
  const ctx = await aCustomer(db);
  const { order, payment } = await aPayment(ctx);
  await cancel(ctx, order.id);
  await tell(db, payment, "121");
  await expect(leave(ctx)).rejects.toMatchObject(inUse("refund_owed"));
});

test("an order that was wholly refunded goes no further and keeps nobody", async () => {
  const ctx = await aCustomer(db);
  const { order } = await anOrder(ctx);
  const payment = await initiatePayment(ctx, { order_id: order.id, payment_method: "cash_on_delivery" });
  await deliver(db, order.id);
  const admin = await somebody(db, { role: "admin" });
  await recordCash(admin, { paymentId: payment.payment_id });
  await refundPayment(admin, { paymentId: payment.payment_id, reason: "broken" });
  await leave(ctx);
  await expectProof(db);
});

test("a payment that comes after all, when the account is gone, is given back and takes no order up again", async () => {
  const ctx = await aCustomer(db);
  const { payment } = await aPayment(ctx);
  await tell(db, payment, "129");
  await cancelUnpaidOrders({ ...system, now: later(NOON, 61) });
  await leave(laterOn(ctx, 62));
  await tell(db, payment, "121", 90);
  const { order, payment: paid } = await storyOf(db, payment);
  expect(order).toMatchObject({ status: "cancelled", paymentStatus: "paid", shippingAddress: "" });
  expect(paid).toMatchObject({ status: "completed", giveBackWantedAt: later(NOON, 90) });
  await expectProof(db);
});
