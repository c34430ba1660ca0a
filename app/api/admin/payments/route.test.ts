import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { ask, doorAt, NOBODYS_COOKIE, signedIn } from "@/app/api/test-doors";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, later, NOON, somebody } from "@/db/test-fixtures";
import { notified, returned } from "@/db/test-notices";
import { aSurplus } from "@/e2e/faults/money-back";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { type SearchPaymentsQuery, SearchedPaymentView } from "@/lib/payments/schemas";
import { searchPayments } from "@/lib/payments/search-payments";
import { openReview } from "@/lib/reviews/open-review";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase();
const door = await doorAt("admin/payments");

type Attempt = Awaited<ReturnType<typeof anAttempt>>;
let staff: UserCtx;
let paid: Attempt;
let voucher: Attempt;
let checked: Attempt;
let cash: Attempt;
let surplus: Awaited<ReturnType<typeof aSurplus>>;

beforeAll(async () => {
  staff = await somebody(db, { role: "staff" });
  const fresh = async () => anAttempt(await somebody(db));
  paid = await fresh();
  await receiveNotice(gateway(db), notified(paid.payment), "callback");
  voucher = await fresh();
  await receiveNotice(gateway(db), returned(voucher.payment, { pp_ResponseCode: "124" }), "return");
  checked = await fresh();
  await receiveNotice(gateway(db), returned(checked.payment, { pp_ResponseCode: "157" }), "return");
  cash = await anAttempt(await somebody(db), "cash_on_delivery");
  await db.update(orders).set({ customerPhone: "+92 345 7654321" }).where(eq(orders.id, cash.order.id));
  surplus = await aSurplus(db);
  await db
    .update(payments)
    .set({ createdAt: later(NOON, -3 * 24 * 60) })
    .where(eq(payments.id, paid.payment.payment_id));
});

const found = async (query: Partial<SearchPaymentsQuery>, minutes = 0): Promise<number[]> => {
  const { count, rows } = await searchPayments(
    { ...staff, now: later(NOON, minutes) },
    { page: 1, page_size: 100, ...query },
  );
  expect(rows).toHaveLength(count);
  return rows.map(({ id }) => id);
};
const idOf = ({ payment }: Attempt) => payment.payment_id;

test("an attempt is found by all that somebody may have in hand", async () => {
  const [row] = await db
    .select()
    .from(payments)
    .where(eq(payments.id, idOf(paid)));
  const [pending] = await db
    .select()
    .from(payments)
    .where(eq(payments.id, idOf(voucher)));
  for (const search of [
    row?.transactionId,
    row?.gatewayReference,
    paid.order.order_number,
    ` ${row?.transactionId} `,
  ]) {
    expect(await found({ search: search ?? "" })).toEqual([idOf(paid)]);
  }
  expect(await found({ search: pending?.voucherNumber ?? "" })).toEqual([idOf(voucher)]);
  for (const search of ["03457654321", "0345 7654321", "+92 345 765 4321", "٠٣٤٥٧٦٥٤٣٢١"]) {
    expect(await found({ search })).toEqual([idOf(cash)]);
  }
  const [owner] = await db
    .select({ email: users.email })
    .from(users)
    .innerJoin(orders, eq(orders.userId, users.id))
    .where(eq(orders.id, cash.order.id));
  for (const search of [
    "0345765",
    "7654321",
    "765 4321",
    owner?.email?.toUpperCase() ?? "",
    owner?.email?.slice(0, 20) ?? "",
  ]) {
    expect([search, await found({ search })]).toEqual([search, [idOf(cash)]]);
  }
  expect(await found({ search: "%" })).toEqual([]);
  expect(await found({ search: "nothing like it" })).toEqual([]);
});

test("the list is narrowed by state, method, code and day", async () => {
  expect(await found({ status: "completed", to: "2026-11-24" })).toEqual([idOf(paid)]);
  expect(await found({ method: "cash_on_delivery", status: "pending" })).toEqual([idOf(cash)]);
  expect(await found({ code: "124" })).toEqual([idOf(voucher)]);
  expect(await found({ from: "2026-11-22", to: "2026-11-22" })).toEqual([idOf(paid)]);
  expect(await found({ from: "2026-11-26" })).toEqual([]);
});

test("what is unknown for over half an hour is listed; a voucher that may still be paid is not", async () => {
  expect(await found({ unknown: "true" }, 29)).toEqual([]);
  expect(await found({ unknown: "true" }, 31)).toEqual([idOf(checked)]);
  expect(new Set(await found({ unknown: "true" }, 25 * 60))).toEqual(new Set([idOf(voucher), idOf(checked)]));
});

test("money of no order is listed while it waits to go back, and while it is stuck", async () => {
  const id = surplus.surplus.payment_id;
  expect(await found({ surplus: "true" })).toEqual([id]);
  expect(await found({ give_back: "wanted" })).toEqual([id]);
  expect(await found({ give_back: "stuck" })).toEqual([]);
  await openReview(db, id, "give_back_stuck", {}, NOON);
  expect(await found({ give_back: "stuck" })).toEqual([id]);
});

test("staff see all of it through the door, newest first and by pages, and nobody else does", async () => {
  const { cookie } = await signedIn(db, "staff");
  const { json } = await ask(door, "GET", { cookie, query: "?page_size=1&page=2&status=processing" });
  expect([json.count, json.results.length, json.previous]).toEqual([
    2,
    1,
    expect.stringContaining("status=processing"),
  ]);
  SearchedPaymentView.strict().parse(json.results[0]);
  for (const query of ["?status=lost", "?unknown=yes", "?from=today", "?give_back=all", "?code=;"]) {
    expect([query, (await ask(door, "GET", { cookie, query })).status]).toEqual([query, 400]);
  }
  expect((await ask(door, "GET", { cookie: (await signedIn(db)).cookie })).status).toBe(403);
  expect((await ask(door, "GET", { cookie: NOBODYS_COOKIE })).status).toBe(401);
  const customer = await somebody(db);
  await expect(searchPayments(customer, { page: 1, page_size: 1 })).rejects.toMatchObject({ code: "forbidden" });
});
