import { count, eq, sql } from "drizzle-orm";
import { openDatabase } from "@/db/client";
import { orders } from "@/db/schema/orders";
import { users } from "@/db/schema/users";
import { addItem } from "@/lib/cart/add-item";
import { env } from "@/lib/env";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { cancelUnpaidOrders } from "@/lib/orders/cancel-unpaid-orders";
import { placeOrder } from "@/lib/orders/place-order";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { recordCash } from "@/lib/payments/record-cash";
import type { InitiatedPaymentView, InitiatePaymentInput } from "@/lib/payments/schemas";
import { verifyPayment } from "@/lib/payments/verify-payment";
import type { UserCtx } from "@/lib/shared/context";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import { SimulatedPayer } from "@/scripts/simulated-payer";

const HOUR = 60;
const DAY = 24 * HOUR;

const { db, close } = openDatabase(env().databaseUrl, { max: 4 });
const payer = new SimulatedPayer(env().jazzcash.baseUrl ?? "");
const began = new Date();

async function person(email: string): Promise<UserCtx> {
  const [row] = await db
    .select({ userId: users.id, role: users.role })
    .from(users)
    .where(sql`lower(${users.email}) = ${email}`);
  if (!row) throw new Error(`${email} is not there: run the seed with the demo accounts first`);
  return { db, now: began, actor: { kind: "user", ...row, isGuest: false, sessionId: "demo" } };
}

const shopper = await person("shopper@example.com");
const admin = await person("admin@example.com");
const at = (ctx: UserCtx, minutesAgo: number): UserCtx => ({ ...ctx, now: minutesAfter(began, -minutesAgo) });

type Paid = { orderId: number; payment: InitiatedPaymentView };

async function order(minutesAgo: number, lines: Record<string, number>): Promise<number> {
  const ctx = at(shopper, minutesAgo);
  for (const [product_item_code, quantity] of Object.entries(lines)) {
    await addItem(ctx, { product_item_code, quantity });
  }
  const placed = await placeOrder(ctx, {
    shipping_address: "House 12, Street 4, Gulberg III",
    shipping_province: "punjab",
    shipping_city: "Lahore",
    shipping_area: "near Liberty Market",
    shipping_postal_code: "54660",
    customer_name: "Ayesha Khan",
    customer_phone: "03001234567",
    customer_email: "shopper@example.com",
    notes: "",
  });
  return placed.id;
}

async function pay(
  minutesAgo: number,
  lines: Record<string, number>,
  method: Pick<InitiatePaymentInput, "payment_method" | "customer_phone" | "cnic_last6">,
): Promise<Paid> {
  const orderId = await order(minutesAgo, lines);
  await payer.setClock(-minutesAgo * 60_000);
  return { orderId, payment: await initiatePayment(at(shopper, minutesAgo), { order_id: orderId, ...method }) };
}

/** Paid on the gateway's page; the browser never came back, and the inquiry found it. */
async function payHosted(minutesAgo: number, lines: Record<string, number>): Promise<Paid> {
  const paid = await pay(minutesAgo, lines, { payment_method: "jazzcash" });
  await payer.open(paid.payment);
  await payer.setState(paid.payment.transaction_id, "paid");
  await verifyPayment(at(shopper, minutesAgo - 2), paid.payment);
  return paid;
}

async function step(orderId: number, minutesAgo: number, ...states: ("in_progress" | "shipped" | "delivered")[]) {
  for (const [nth, status] of states.entries()) {
    await updateOrderStatus(at(admin, minutesAgo - nth * 8 * HOUR), { orderId, status, notes: "" });
  }
}

async function makeOrders(): Promise<void> {
  const delivered = await payHosted(9 * DAY, { FG001: 1, FG004: 2 });
  await step(delivered.orderId, 8 * DAY, "in_progress", "shipped", "delivered");

  const collected = await pay(6 * DAY, { FG009: 1 }, { payment_method: "cash_on_delivery" });
  await step(collected.orderId, 5 * DAY, "in_progress", "shipped", "delivered");
  await recordCash(at(admin, 4 * DAY), { paymentId: collected.payment.payment_id });

  const expired = await pay(5 * DAY, { FG012: 1 }, { payment_method: "jazzcash" });
  await verifyPayment(at(shopper, 5 * DAY - 2 * HOUR), expired.payment);
  await cancelUnpaidOrders({ ...at(admin, 5 * DAY - 3 * HOUR), actor: { kind: "system", useCase: "reconcile" } });

  const shipped = await payHosted(3 * DAY, { FG017: 1, FG022: 3 });
  await step(shipped.orderId, 2 * DAY, "in_progress", "shipped");
  const onTheRoad = await pay(3 * DAY, { FG003: 1 }, { payment_method: "cash_on_delivery" });
  await step(onTheRoad.orderId, 2 * DAY, "in_progress", "shipped");
  const started = await payHosted(2 * DAY, { FG030: 2 });
  await step(started.orderId, DAY, "in_progress");
  await payHosted(20 * HOUR, { FG006: 1, FG041: 1 });

  const changedMind = await pay(6 * HOUR, { FG025: 1 }, { payment_method: "jazzcash" });
  await cancelOrder(at(shopper, 6 * HOUR - 5), {
    orderId: changedMind.orderId,
    reason: "I ordered the wrong size",
    returned: false,
    restock: false,
  });

  const wallet = { customer_phone: "03123456789", cnic_last6: "345678" };
  await pay(4 * HOUR, { FG033: 1 }, { payment_method: "jazzcash_wallet", ...wallet });
  await pay(25, { FG014: 1 }, { payment_method: "jazzcash_wallet", ...wallet, customer_phone: "03001112233" });

  const declined = await pay(20, { FG019: 2 }, { payment_method: "jazzcash" });
  await payer.press(declined.payment, "decline");
  const voucher = await pay(15, { FG027: 1 }, { payment_method: "jazzcash" });
  await payer.press(voucher.payment, "counter");
  await pay(8, { FG010: 1 }, { payment_method: "cash_on_delivery" });
  await pay(3, { FG045: 1, FG002: 1 }, { payment_method: "jazzcash" });
}

try {
  const [made] = await db.select({ orders: count() }).from(orders).where(eq(orders.userId, shopper.actor.userId));
  if (made?.orders === 0) await makeOrders();
} finally {
  await payer.setClock(0);
  await close();
}
