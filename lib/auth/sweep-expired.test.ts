import { expect, it } from "vitest";
import { idempotencyKeys, rateLimits } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { laterOn, NOON, somebody } from "@/db/test-fixtures";
import { findSession } from "@/lib/auth/find-session";
import { openSession } from "@/lib/auth/open-session";
import { sweepExpired } from "@/lib/auth/sweep-expired";
import { takeTurn } from "@/lib/http/rate-limit";

const { db } = testDatabase();

it("sessions and limits whose time is over are forgotten, the others stay", async () => {
  const ctx = await somebody(db);
  const early = await openSession(db, ctx.actor.userId, NOON);
  const late = await openSession(db, ctx.actor.userId, laterOn(ctx, 60).now);
  await takeTurn(db, "verify", "early", NOON);
  await takeTurn(db, "verify", "late", laterOn(ctx, 30 * 24 * 60).now);
  const then = laterOn(ctx, 30 * 24 * 60 + 0.5);
  await sweepExpired(then);
  expect(await findSession(db, early, NOON)).toBeNull();
  expect(await findSession(db, late, NOON)).not.toBeNull();
  expect((await db.select().from(rateLimits)).map((row) => row.key)).toEqual(["verify:late"]);
});

it("an Idempotency-Key is forgotten a day after it came, not sooner", async () => {
  const ctx = await somebody(db);
  const { userId } = ctx.actor;
  const kept = { userId, route: "orders", bodyHash: "h", resultId: 1, resultStatus: 201 };
  await db.insert(idempotencyKeys).values([
    { ...kept, key: "old", createdAt: NOON },
    { ...kept, key: "young", createdAt: laterOn(ctx, 1).now },
  ]);
  await sweepExpired(laterOn(ctx, 24 * 60));
  expect((await db.select().from(idempotencyKeys)).map(({ key }) => key)).toEqual(["young"]);
});
