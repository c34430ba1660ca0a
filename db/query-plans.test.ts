import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { aCrowd } from "@/db/test-crowd";
import { testDatabase } from "@/db/test-database";
import { gateway, later, NOON, orderInput, somebody } from "@/db/test-fixtures";
import { orders } from "@/db/schema/orders";
import { findSession } from "@/lib/auth/find-session";
import { openSession } from "@/lib/auth/open-session";
import { addItem } from "@/lib/cart/add-item";
import { getCart } from "@/lib/cart/get-cart";
import { findCards } from "@/lib/catalog/find-cards";
import { findProduct } from "@/lib/catalog/queries";
import { claimMessages } from "@/lib/messages/claim-messages";
import { tellLongChecks } from "@/lib/messages/tell-long-checks";
import { buyerConditions } from "@/lib/orders/buyer-conditions";
import { cancelUnpaidOrders } from "@/lib/orders/cancel-unpaid-orders";
import { placeOrder } from "@/lib/orders/place-order";
import { claimDuePayments } from "@/lib/payments/claim-due-payments";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { lockPayment } from "@/lib/payments/lock-payment";
import { searchPayments } from "@/lib/payments/search-payments";

const { db, inTransaction } = testDatabase({ max: 2 });
const PLANNED_ANEW = 5; // from the sixth time on PostgreSQL may use one plan for all
const TIMES = PLANNED_ANEW + 3;

beforeAll(() => aCrowd(db));

type Reads = { scans: number; rows: number };

/** What this transaction has read so far of the tables that grow with the shop. */
async function readsSoFar(tx: Database): Promise<Reads> {
  const [reads] = await tx.execute<Reads>(sql`
    select sum(seq_scan) as scans, sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint as rows
    from pg_stat_xact_user_tables where schemaname = 'public' and relname not in ('categories', 'delivery_zones', 'rate_limits')`);
  return { scans: Number(reads?.scans), rows: Number(reads?.rows) };
}

/** Runs a step as often as makes PostgreSQL settle on its plan, and tells what that read. */
async function readsOf(tx: Database, step: (at: number) => Promise<unknown>): Promise<Reads> {
  const before = await readsSoFar(tx);
  for (let at = 0; at < TIMES; at++) expect(await step(at)).not.toBeNull();
  const after = await readsSoFar(tx);
  return { scans: after.scans - before.scans, rows: (after.rows - before.rows) / TIMES };
}

/** A test that a step reads by indexes alone, and few rows. */
function byIndex(most: number, prepare: (tx: Database) => Promise<(at: number) => Promise<unknown>>) {
  return inTransaction(async (tx) => {
    const reads = await readsOf(tx, await prepare(tx));
    expect(reads.scans).toBe(0);
    expect(reads.rows).toBeLessThanOrEqual(most);
  });
}

test(
  "who somebody is, is looked up by the session alone",
  byIndex(10, async (tx) => {
    const { actor } = await somebody(tx);
    const sessionId = await openSession(tx, actor.userId, NOON);
    return () => findSession(tx, sessionId, NOON);
  }),
);

test(
  "putting something in the cart reads that cart and that product",
  byIndex(30, async (tx) => {
    const ctx = await somebody(tx);
    return (at) => addItem(ctx, { product_item_code: `C${at + 1}`, quantity: 1 });
  }),
);

test(
  "looking into the cart reads that cart",
  byIndex(30, async (tx) => {
    const ctx = await somebody(tx);
    await addItem(ctx, { product_item_code: "C7", quantity: 1 });
    return () => getCart(ctx);
  }),
);

test(
  "filling a cart and placing an order reads the cart's lines and their products",
  byIndex(250, async (tx) => {
    const ctx = await somebody(tx);
    return async () => {
      await addItem(ctx, { product_item_code: "C7", quantity: 1 });
      return placeOrder(ctx, orderInput());
    };
  }),
);

test(
  "opening a payment reads its order",
  byIndex(20, async (tx) => {
    const ctx = await somebody(tx);
    const orders: number[] = [];
    for (let at = 0; at < TIMES; at++) {
      await addItem(ctx, { product_item_code: "C7", quantity: 1 });
      orders.push((await placeOrder(ctx, orderInput())).id);
    }
    return (at) => initiatePayment(ctx, { order_id: orders[at] ?? 0, payment_method: "jazzcash" });
  }),
);

test(
  "news of a payment reads that payment, its order and the owner of its gateway reference",
  byIndex(20, async (tx) => {
    const [found] = await tx.execute<{ reference: string }>(sql`
      select transaction_id as reference from payments where status = 'processing' limit 1`);
    return (at) => lockPayment(tx, found?.reference ?? "", `R${at + 1}`);
  }),
);

test(
  "the reconciliation reads the open payments, however many are closed",
  byIndex(600, async (tx) => () => claimDuePayments(tx, { now: NOON, most: 5 })),
);

test(
  "where nothing is due it reads little more",
  byIndex(600, async (tx) => () => claimDuePayments(tx, { now: later(NOON, -15), most: 5 })),
);

test(
  "looking for orders that nobody paid reads the unpaid ones, however many are paid",
  byIndex(600, async (tx) => () => cancelUnpaidOrders(gateway(tx, later(NOON, 30)))),
);

test(
  "cancelling them reads each with its payments and products",
  byIndex(6000, async (tx) => async (at) => {
    await tx.execute(sql`update payments set status = 'failed', ended_at = created_at where status = 'processing'`);
    await cancelUnpaidOrders(gateway(tx, later(NOON, 60 + at)));
  }),
);

test(
  "who has waited long for the result of a payment is found among the open ones",
  byIndex(600, async (tx) => () => tellLongChecks(gateway(tx))),
);

test(
  "what waits in the outbox is found by its time, however much was sent",
  byIndex(250, async (tx) => {
    const message = sql`'order_placed', 'mail', 'crowd@example.com', 'en'`;
    await tx.execute(sql`
      insert into outgoing_messages (kind, channel, recipient, locale, event, next_try_at, sent_at, created_at)
      select ${message}, 'sent' || n, ${NOON.toISOString()}, ${NOON.toISOString()}, ${NOON.toISOString()} from generate_series(1, 2000) as n`);
    await tx.execute(sql`
      insert into outgoing_messages (kind, channel, recipient, locale, event, next_try_at, created_at)
      select ${message}, 'due' || n, ${NOON.toISOString()}, ${NOON.toISOString()} from generate_series(1, 100) as n`);
    return (at) => claimMessages(tx, { now: later(NOON, at), most: 4, channels: ["mail", "sms"] });
  }),
);

test(
  "a search reads the things that it finds and the words that are near, however many there are of both",
  byIndex(400, async (tx) => {
    await tx.execute(sql`update products set name = 'Walnut tray ' || id where id % 400 = 0`);
    const page = { page: 1, page_size: 24 };
    return () => findCards(tx, { ...page, search: "walnt tray" }, { isGrouped: true });
  }),
);

test(
  "a product's page reads that product and its group",
  byIndex(20, async (tx) => (at) => findProduct(tx, `C${at + 1}`)),
);

test.each(["0300 000123", "000 1234", "crowd-1234@example.com"])(
  "payments and orders are found by %j, a part of a phone or an account's e-mail",
  (search) =>
    byIndex(300, async (tx) => {
      await tx.execute(sql`update orders set customer_phone = '0300 ' || lpad((id % 10000)::text, 7, '0')`);
      await tx.execute(sql`analyze orders`);
      const staff = await somebody(tx, { role: "staff" });
      const conditions = buyerConditions(search, 20);
      expect(conditions.length).toBeGreaterThan(0);
      return async () => {
        await searchPayments(staff, { search, page: 1, page_size: 20 });
        return Promise.all(conditions.map((isIt) => tx.select({ id: orders.id }).from(orders).where(isIt).limit(20)));
      };
    })(),
);
