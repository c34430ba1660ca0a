import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { expectProof } from "@/db/test-proof";
import { testDatabase } from "@/db/test-database";
import { aLine, anAttempt, anOrder, gateway, later, laterOn, NOON, orderInput, somebody } from "@/db/test-fixtures";
import { notified, returned } from "@/db/test-notices";
import { foldFigures } from "@/lib/figures/fold-figures";
import { getDashboard } from "@/lib/figures/get-dashboard";
import type { Range } from "@/lib/figures/model";
import type { DashboardView } from "@/lib/figures/schemas";
import { sumsOf } from "@/lib/figures/test-sums";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { placeOrder } from "@/lib/orders/place-order";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { recordCash } from "@/lib/payments/record-cash";
import { refundPayment } from "@/lib/refunds/refund-payment";
import { readAmount } from "@/lib/shared/money";

const { db } = testDatabase({ max: 24 });
const DAYS = 4;
const STEPS = 60;
const range: Range = { from: "2026-11-24", to: "2026-11-28" };

/** The same numbers each time, so that a failure can be seen again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * sides);
  };
}

/** One thing that happens in a shop, on some day; what may not happen then is refused and changes nothing. */
async function somethingHappens(lane: number): Promise<unknown> {
  const roll = dice(lane + 1);
  roll(7);
  const now = later(NOON, roll(DAYS) * 24 * 60 + roll(600));
  const buyer = await somebody(db, { now });
  const staff = await somebody(db, { role: "admin", now });
  const kind = roll(8);
  if (kind === 0) return lane % 2 === 0 ? aLine(buyer) : anOrder(buyer, { quantity: 1 + roll(5) });
  if (kind === 1) return foldFigures({ db, now: NOON });
  const isCash = kind === 2 || kind === 3;
  const { order, payment } = await anAttempt(buyer, isCash ? "cash_on_delivery" : "jazzcash");
  const cancel = { orderId: order.id, reason: "", returned: false, restock: false };
  if (kind === 3) return cancelOrder(buyer, cancel);
  if (kind === 2) await recordCash(staff, { paymentId: payment.payment_id });
  if (kind === 4) return receiveNotice(gateway(db, now), returned(payment, { pp_ResponseCode: "112" }), "return");
  if (kind === 5) await cancelOrder(buyer, cancel);
  if (kind > 4) await receiveNotice(gateway(db, now), notified(payment), "callback");
  const back = { paymentId: payment.payment_id, amount: kind === 2 ? "1000" : undefined, reason: "Broken" };
  return kind === 2 && refundPayment(laterOn(staff, 24 * 60), back);
}

const paisaOf = (amount: string) => readAmount(amount);
const isAny = (...amounts: string[]) => amounts.some((amount) => amount !== "0.00");

/** The dashboard's figures in the form in which SQL gives them. */
const asSums = (view: DashboardView) => ({
  shop: [
    {
      total: view.shop.total_orders,
      pending: view.shop.pending_orders,
      delivered: view.shop.completed_orders,
      spent: paisaOf(view.shop.total_spent),
      owed: paisaOf(view.shop.unpaid_amount),
    },
  ],
  placed: view.days
    .filter(({ orders }) => orders > 0)
    .map(({ day, orders, sales }) => ({ day, orders, sales: paisaOf(sales) })),
  moved: view.days
    .filter(({ received_in_all, given_back }) => isAny(received_in_all, given_back))
    .map(({ day, received, given_back }) => ({
      day,
      jazzcash: paisaOf(received.jazzcash),
      cash: paisaOf(received.cash_on_delivery),
      givenBack: paisaOf(given_back),
    })),
  methods: view.methods
    .filter(({ attempts }) => attempts > 0)
    .map(({ payment_method: method, attempts, paid, open }) => ({ method, attempts, paid, open })),
  codes: view.codes
    .map(({ code, attempts, paid }) => ({ code, attempts, paid }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1)),
  funnel: [view.funnel],
  collected: [
    {
      orders: view.cash_collected.orders,
      amount: paisaOf(view.cash_collected.amount),
      oldest: view.cash_collected.oldest_day,
    },
  ],
});

it("after whatever happened, twenty things at once and folded in between, the figures are what SQL over the rows gives", async () => {
  for (let lane = 0; lane < STEPS; lane += 20) await atOnce(20, (at) => somethingHappens(lane + at));
  const staff = await somebody(db, { role: "staff", now: later(NOON, DAYS * 24 * 60) });
  const wanted = await sumsOf(db, range);
  expect(wanted.placed.length).toBe(DAYS);
  expect(wanted.moved.length).toBeGreaterThanOrEqual(DAYS);
  expect(asSums(await getDashboard(staff, range))).toEqual(wanted);

  const rows = () =>
    db.$count(sql`(select from order_figures union all select from payment_figures union all
    select from money_figures union all select from unsettled_figures) as figures`);
  const before = await rows();
  const { done } = await atOnce(20, () => foldFigures(staff));
  expect(done).toContain(true);
  expect(await rows()).toBeLessThan(before / 2);
  expect(asSums(await getDashboard(staff, range))).toEqual(wanted);
  await expectProof(db, staff.now);

  const [crowded] = await db.execute(sql`
    select day from order_figures group by day, status, payment_status having count(*) > 1 or sum(orders) = 0`);
  expect(crowded).toBeUndefined();
  const narrow = { from: "2026-11-26", to: "2026-11-26" };
  expect(asSums(await getDashboard(staff, narrow))).toEqual(await sumsOf(db, narrow));
});

it("a day's carts that became no order are counted for good once the last of them has had its time", async () => {
  const midnight = new Date("2026-12-04T19:00:00Z");
  const at = async (minutes: number) => somebody(db, { role: "staff", now: later(midnight, minutes) });
  const counted = async () => [...(await db.execute(sql`select people from cart_figures where day = '2026-12-04'`))];
  const ofDay = { from: "2026-12-04", to: "2026-12-04" };
  const funnel = async () => (await getDashboard(await at(26 * 60), ofDay)).funnel;
  await anOrder(await somebody(db, { now: later(midnight, -30) }));
  for (const minutes of [-30, -1]) await aLine(await somebody(db, { now: later(midnight, minutes) }));
  const late = await somebody(db, { now: later(midnight, -20) });
  await aLine(late);
  expect(await funnel()).toEqual({ carts: 4, ordered: 1, paid: 0 });
  await foldFigures(await at(24 * 60 + 59));
  expect(await counted()).toEqual([]);
  await placeOrder(laterOn(late, 23 * 60), orderInput());
  expect(await funnel()).toEqual({ carts: 3, ordered: 1, paid: 0 });
  await foldFigures(await at(25 * 60));
  expect(await counted()).toEqual([{ people: 2 }]);
  expect(await funnel()).toEqual({ carts: 3, ordered: 1, paid: 0 });
  expect((await sumsOf(db, ofDay)).funnel).toEqual([{ carts: 3, ordered: 1, paid: 0 }]);
});

it("who comes while the figures are folded leaves it to the other, and waits for nothing", async () => {
  const buyer = await somebody(db);
  for (let times = 0; times < 2; times++) await anOrder(buyer);
  await db.transaction(async (tx) => {
    expect(await foldFigures({ db: tx, now: NOON })).toBe(true);
    expect(await foldFigures({ db, now: NOON })).toBe(false);
  });
});
