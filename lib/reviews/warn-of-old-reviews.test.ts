import { and, eq, isNull, like } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { outgoingMessages } from "@/db/schema/messages";
import { reviewItems } from "@/db/schema/reviews";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { later, NOON, somebody } from "@/db/test-fixtures";
import { reconcilePayments } from "@/lib/payments/reconcile-payments";
import { discounted, openItem } from "@/lib/reviews/test-reviews";
import { warnOfOldReviews } from "@/lib/reviews/warn-of-old-reviews";
import type { Ctx } from "@/lib/shared/context";

const { db } = testDatabase({ max: 20 });
const DAY = 24 * 60;

const clock = (minutes: number): Ctx => ({
  db,
  now: later(NOON, minutes),
  actor: { kind: "system", useCase: "reconcile" },
});
const warnings = () => db.select().from(outgoingMessages).where(eq(outgoingMessages.kind, "reviews_waiting"));

beforeEach(async () => {
  const settled = { closedAt: NOON, closedBy: "system:test", resolution: "An earlier test's." };
  await db.update(reviewItems).set(settled).where(isNull(reviewItems.closedAt));
  await db.delete(outgoingMessages).where(like(outgoingMessages.event, "reviews_waiting:%"));
  await db.update(users).set({ disabledAt: NOON }).where(eq(users.role, "admin"));
});

test("what has waited for a day is told to each administrator who is active, with how many there are", async () => {
  const [one, other] = [await somebody(db, { role: "admin" }), await somebody(db, { role: "admin" })];
  await somebody(db, { role: "staff" });
  const item = await openItem(db, await discounted(db), "amount_differs");
  await openItem(db, await discounted(db), "amount_differs");
  await warnOfOldReviews(clock(DAY - 1));
  expect(await warnings()).toEqual([]);
  await warnOfOldReviews(clock(DAY));
  const told = await warnings();
  expect(new Set(told.map(({ userId }) => userId))).toEqual(new Set([one.actor.userId, other.actor.userId]));
  expect(told).toHaveLength(2);
  expect(told[0]).toMatchObject({ channel: "mail", details: { count: "2", name: "Test Person" } });
  const [warned] = await db.select().from(reviewItems).where(eq(reviewItems.id, item.id));
  expect(warned?.warnedAt).toEqual(later(NOON, DAY));
});

test("twenty at once write once, and again only on the next day of Pakistan's", async () => {
  await somebody(db, { role: "admin" });
  const item = await openItem(db, await discounted(db), "amount_differs");
  await Promise.all(Array.from({ length: 20 }, () => warnOfOldReviews(clock(DAY))));
  expect(await warnings()).toHaveLength(1);
  await warnOfOldReviews(clock(DAY + 11 * 60));
  expect(await warnings()).toHaveLength(1);
  await warnOfOldReviews(clock(DAY + 13 * 60));
  expect(await warnings()).toHaveLength(2);
  const closed = { closedAt: NOON, closedBy: "user:1", resolution: "Done." };
  await db
    .update(reviewItems)
    .set(closed)
    .where(and(eq(reviewItems.id, item.id), isNull(reviewItems.closedAt)));
  await warnOfOldReviews(clock(3 * DAY));
  expect(await warnings()).toHaveLength(2);
});

test("the reconciliation does it", async () => {
  await somebody(db, { role: "admin" });
  await openItem(db, await discounted(db), "amount_differs");
  await reconcilePayments(clock(DAY + 1), { budgetMs: 2000 });
  expect(await warnings()).toHaveLength(1);
});
