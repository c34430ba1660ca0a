import { eq, inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { aGuest, anAttempt, somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { untilWaiting } from "@/db/test-waiting";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { findNamed } from "@/lib/settlements/lock-named";
import { matchRows } from "@/lib/settlements/match-rows";
import { saidRows } from "@/lib/settlements/said-rows";
import { bring, csvOf } from "@/lib/settlements/test-files";
import { movedByFiles, paid, sent } from "@/lib/settlements/test-parcels";
import { paisa, ZERO } from "@/lib/shared/money";
import { mergeGuest } from "@/lib/users/merge-guest";

const { db } = testDatabase({ max: 20 });

const staff = () => somebody(db, { role: "staff" });
const filling = (many: number) => Array.from({ length: many }, (_, nth) => ({ reference: `none-${nth}`, gross: 1 }));

it("a courier's file that names orders in another order than theirs waits for one who has the first of them", async () => {
  const [first, second] = [await sent(db), await sent(db)];
  const lines = [
    { reference: second.tracking, gross: 3000 },
    ...filling(1000),
    { reference: first.tracking, gross: 3000 },
  ];
  const file = await db.transaction(async (tx) => {
    const lock = (id: number) => tx.select().from(orders).where(eq(orders.id, id)).for("no key update");
    await lock(first.orderId);
    const waiting = bring(await staff(), { source: "courier", text: csvOf("courier", lines) });
    await untilWaiting(db);
    await lock(second.orderId);
    return { waiting };
  });
  expect((await file.waiting).settlement.outcomes).toMatchObject({ settled: 2 });
});

it("JazzCash's file waits the same way for one who has the first of two payments", async () => {
  const [first, second] = [await paid(db), await paid(db)];
  const line = ({ reference }: { reference: string }) => ({ reference, gross: 3000 });
  const file = await db.transaction(async (tx) => {
    const lock = (id: number) => tx.select().from(payments).where(eq(payments.id, id)).for("update");
    await lock(first.id);
    const lines = [line(second), ...filling(1000), line(first)];
    const waiting = bring(await staff(), { text: csvOf("gateway", lines) });
    await untilWaiting(db);
    await lock(second.id);
    return { waiting };
  });
  expect((await file.waiting).settlement.outcomes).toMatchObject({ settled: 2 });
});

it("what is named only after the locks were taken is left to the next file", async () => {
  const { tracking } = await sent(db);
  const row = { line: 2, reference: tracking, gross: paisa(300_000), fee: ZERO, tax: ZERO, settledOn: "2026-11-26" };
  const said = saidRows({ fileId: 0, source: "courier" }, [{ ...row, net: row.gross }]);
  const [named] = await findNamed(db, said);
  expect((await matchRows(db, said, new Set([named ?? 0]))).byLine.size).toBe(1);
  expect((await matchRows(db, said, new Set())).byLine.size).toBe(0);
});

/** A guest with three parcels under way. */
async function guestWithParcels(nth: number) {
  const guest = await aGuest(db);
  const by = await staff();
  const all: { id: number; orderId: number; tracking: string }[] = [];
  for (const place of [1, 2, 3]) {
    const { order, payment } = await anAttempt(guest, "cash_on_delivery");
    for (const status of ["in_progress", "shipped"] as const) {
      await updateOrderStatus(by, { orderId: order.id, status, notes: "" });
    }
    all.push({ id: payment.payment_id, orderId: order.id, tracking: `GU${nth}-${place}` });
    await db
      .update(orders)
      .set({ trackingNumber: `GU${nth}-${place}` })
      .where(eq(orders.id, order.id));
  }
  return { guestId: guest.actor.userId, parcels: all };
}

it("guests who become accounts while files settle their parcels all come along, and each parcel is settled once", async () => {
  const guests = await Promise.all(Array.from({ length: 10 }, (_, nth) => guestWithParcels(nth)));
  const accounts = await Promise.all(guests.map(() => somebody(db)));
  const backwards = guests.flatMap(({ parcels }) => parcels).toReversed();
  const people = await Promise.all(Array.from({ length: 10 }, staff));
  const { done } = await atOnce(20, async (lane) => {
    const nth = Math.floor(lane / 2);
    if (lane % 2 === 0) {
      return mergeGuest(
        { db, now: accounts[nth]!.now },
        {
          guestId: guests[nth]!.guestId,
          accountId: accounts[nth]!.actor.userId,
        },
      );
    }
    const lines = backwards.map(({ tracking }) => ({ reference: tracking, gross: 3000 }));
    const text = csvOf("courier", [...lines.slice(0, 15), ...filling(990 + nth), ...lines.slice(15)]);
    return bring(people[nth]!, { source: "courier", text });
  });
  expect(done).toHaveLength(20);
  const owned = await db
    .select({ userId: orders.userId })
    .from(orders)
    .where(
      inArray(
        orders.id,
        backwards.map(({ orderId }) => orderId),
      ),
    );
  expect(new Set(owned.map(({ userId }) => userId))).toEqual(new Set(accounts.map(({ actor }) => actor.userId)));
  for (const { id } of backwards) expect(await movedByFiles(db, id)).toHaveLength(2);
  await expectProof(db);
});
