import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { testDatabase } from "@/db/test-database";
import { aProduct, gateway as jazzcash, later, NOON, orderInput, somebody } from "@/db/test-fixtures";
import { notified, returned } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { COMPLETED, DROPPED, FAILED, lyingGateway, PATIENT, PENDING, signed } from "@/e2e/faults/lying-gateway";
import { reconcileAfter } from "@/e2e/faults/money-back";
import { addItem } from "@/lib/cart/add-item";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { placeOrder } from "@/lib/orders/place-order";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { recordCash } from "@/lib/payments/record-cash";
import { refundPayment } from "@/lib/refunds/refund-payment";
import type { InitiatedPaymentView } from "@/lib/payments/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { describeError } from "@/lib/shared/describe-error";
import { AppError } from "@/lib/shared/errors";

const TRIES = Number(process.env.TRIES ?? 15);
/** A short run takes the same things each time: chance is for the long ones. */
const SEED = Number(process.env.SEED ?? (process.env.TRIES ? Date.now() % 1_000_000 : 20_261_125));
const AT_ONCE = Number(process.env.AT_ONCE ?? 50);
const STOCK = 40;

const { db } = testDatabase({ max: 30 });
const gateway = await lyingGateway(PATIENT);
const complaints = vi.spyOn(console, "error").mockReturnValue();
afterAll(() => expectProof(db, later(NOON, 21)));

let state = SEED;
/** The next of a row of numbers below a bound, the same for the same seed (mulberry32). */
function upTo(bound: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
}
const oneOf = <T>(all: readonly T[]): T => all[upTo(all.length)] as T;

const WENT_BACK = { ...COMPLETED, pp_PaymentResponseCode: "131" };
const INQUIRIES = [{ ...COMPLETED, pp_TxnType: "MIGS" }, COMPLETED, FAILED, DROPPED, PENDING, WENT_BACK, null];
const REFUNDS = ["000", "000", "452", "999", null];
const CODES = ["121", "121", "000", "129", "157", "112", "999", "131"];

gateway.answers(({ pp_TxnRefNo = "" }, response) => {
  const said = oneOf(INQUIRIES);
  if (said) response.end(JSON.stringify(signed({ pp_TxnRefNo, ...said })));
  else response.destroy();
});
gateway.answersRefunds(({ pp_TxnRefNo = "" }, response) => {
  const pp_ResponseCode = oneOf(REFUNDS);
  if (pp_ResponseCode) response.end(JSON.stringify(signed({ pp_TxnRefNo, pp_ResponseCode })));
  else response.destroy();
});

type Sale = { buyer: UserCtx; orderId: number; attempts: InitiatedPaymentView[] };

/** An order of two products that all buyers want, with one to three attempts to pay it, some of them an hour old. */
async function aSale(buyer: UserCtx, codes: string[]): Promise<Sale> {
  const ctx = { ...buyer, now: later(NOON, oneOf([-65, -65, -20, 0])) };
  for (const product_item_code of codes) await addItem(ctx, { product_item_code, quantity: 1 + upTo(3) });
  const { id: order_id } = await placeOrder(ctx, orderInput());
  const attempts = [await initiatePayment(ctx, { order_id, payment_method: "jazzcash" })];
  if (upTo(2)) attempts.push(await initiatePayment(ctx, { order_id, payment_method: "cash_on_delivery" }));
  if (upTo(3) === 0) attempts.push(await initiatePayment(ctx, { order_id, payment_method: "jazzcash" }));
  return { buyer: { ...buyer, now: later(NOON, 10) }, orderId: order_id, attempts };
}

type Staff = { clerk: UserCtx; admin: UserCtx };

/** One thing that happens to a sale, by whoever does such things. */
function happening({ buyer, orderId, attempts }: Sale, { clerk, admin }: Staff): [string, () => Promise<unknown>] {
  const attempt = oneOf(attempts);
  const paymentId = attempt.payment_id;
  const pp_ResponseCode = oneOf(CODES);
  const pp_TxnType = oneOf(["MWALLET", "MIGS", ""]);
  const amount = oneOf([undefined, "1000", "10"]);
  const wish = { orderId, reason: "mixed", returned: false, restock: false };
  const method = oneOf(["jazzcash", "cash_on_delivery"] as const);
  const hear = (message: ReturnType<typeof notified>, channel: "callback" | "return") => () =>
    receiveNotice(jazzcash(db, later(NOON, 10)), message, channel);
  const all: [number, string, () => Promise<unknown>][] = [
    [12, `callback ${pp_ResponseCode}`, hear(notified(attempt, { pp_ResponseCode, pp_TxnType }), "callback")],
    [8, `return ${pp_ResponseCode}`, hear(returned(attempt, { pp_ResponseCode, pp_TxnType }), "return")],
    [3, "buyer cancels", () => cancelOrder(buyer, wish)],
    [3, "staff cancel", () => cancelOrder(clerk, wish)],
    [4, `initiate ${method}`, () => initiatePayment(buyer, { order_id: orderId, payment_method: method })],
    [4, "record cash", () => recordCash(clerk, { paymentId })],
    [6, `refund ${amount}`, () => refundPayment(admin, { paymentId, amount, reason: "mixed" }, async () => {})],
    [2, "step", () => updateOrderStatus(clerk, { orderId, status: "in_progress", notes: "" })],
    [2, "reconcile", () => reconcileAfter(db, 10)],
  ];
  let ticket = upTo(all.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, name, run] of all) if ((ticket -= weight) < 0) return [name, run];
  throw new Error("nothing happens");
}

/** What the sums of the movements make of orders, where they are not what the orders say; and payments counted twice. */
const brokenSums = (orderIds: number[]) =>
  db.execute(sql`
    select "order".id, paid_paisa, came, refunded_paisa, went, counted from orders as "order" cross join lateral (
      select coalesce(sum(amount_paisa) filter (where from_account = 'customer'), 0) as came,
        coalesce(sum(amount_paisa) filter (where to_account = 'customer'), 0) as went
      from money_movements where payment_id in (select id from payments where order_id = "order".id and not is_surplus)
    ) as moved cross join lateral (
      select count(*) as counted from payments
      where order_id = "order".id and completed_at is not null and not is_surplus
    ) as paying
    where "order".id in ${orderIds}
      and (paid_paisa <> came or refunded_paisa <> went or counted > 1 or (counted = 0 and paid_paisa > 0))`);

const lostPieces = (codes: string[]) =>
  db.execute(sql`
    select item_code, stock, held from products cross join lateral (
      select coalesce(sum(quantity), 0) as held from order_items join orders on orders.id = order_id
      where product_id = products.id and orders.status <> 'cancelled'
    ) as sales
    where item_code in ${codes} and stock + held <> ${STOCK}::int`);

const deadlocks = async () => {
  await db.execute(sql`select pg_stat_force_next_flush()`);
  const [row] = await db.execute(sql`select deadlocks from pg_stat_database where datname = current_database()`);
  return row?.deadlocks;
};

test(
  `${TRIES} times ${AT_ONCE} things at once to a few orders (seed ${SEED}): no deadlock, no rupee and no piece lost`,
  { timeout: 20_000 + TRIES * 2000 },
  async () => {
    const staff = { clerk: await somebody(db, { role: "staff" }), admin: await somebody(db, { role: "admin" }) };
    for (const ctx of Object.values(staff)) ctx.now = later(NOON, 10);
    let refused = 0;
    for (let tried = 1; tried <= TRIES; tried++) {
      const products = await Promise.all([aProduct(db, { stock: STOCK }), aProduct(db, { stock: STOCK })]);
      const codes = products.map(({ itemCode }) => itemCode);
      const buyers = [await somebody(db), await somebody(db)];
      const sales: Sale[] = [];
      for (const buyer of [...buyers, ...buyers]) {
        sales.push(await aSale(buyer, upTo(2) ? codes : codes.toReversed()));
      }
      const things = Array.from({ length: AT_ONCE }, () => happening(oneOf(sales), staff));
      const ended = await Promise.allSettled(things.map(([, run]) => run()));
      await reconcileAfter(db, 21);
      for (const [lane, end] of ended.entries()) {
        if (end.status === "fulfilled") continue;
        const said = `${things[lane]?.[0]}, try ${tried} of seed ${SEED}: ${describeError(end.reason)}`;
        expect(end.reason instanceof AppError ? "" : said).toBe("");
        refused++;
      }
      const where = `try ${tried} of seed ${SEED}`;
      expect(await brokenSums(sales.map(({ orderId }) => orderId)), where).toEqual([]);
      expect(await lostPieces(codes), where).toEqual([]);
      expect(complaints.mock.calls, where).toEqual([]);
    }
    expect(Number(await deadlocks())).toBe(0);
    expect(refused).toBeGreaterThan(TRIES); // so much was really in each other's way
  },
);
