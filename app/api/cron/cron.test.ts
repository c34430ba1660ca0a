import { expect, test } from "vitest";
import { ask, doorAt } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";
import { aLine, later, linesOf, somebody } from "@/db/test-fixtures";

process.env.CRON_SECRET = "the night watch";
const { db } = testDatabase();
const CRONS = ["cron/expire-carts", "cron/reconcile-payments"];

test.each(CRONS)("%s opens to its bearer alone", async (path) => {
  const door = await doorAt(path);
  const wrong = [
    "",
    "Bearer",
    "Bearer ",
    "Bearer the night",
    "Bearer the night watch!",
    "Basic the night watch",
    "the night watch",
  ];
  for (const authorization of wrong) {
    const { status, json, headers } = await ask(door, "GET", { headers: { authorization } });
    expect([authorization, status, json.code]).toEqual([authorization, 401, "not_signed_in"]);
    expect(headers.get("www-authenticate")).toBe("Bearer");
  }
  expect((await ask(door, "GET")).status).toBe(401);
  for (const authorization of ["Bearer the night watch", "bearer the night watch"]) {
    expect((await ask(door, "GET", { headers: { authorization } })).status).toBe(200);
  }
});

test("the hourly call sets inactive what has expired, once", async () => {
  const ctx = await somebody(db, { now: later(new Date(), -25 * 60) });
  await aLine(ctx);
  const expire = async () =>
    (await ask(await doorAt("cron/expire-carts"), "GET", { headers: { authorization: "Bearer the night watch" } }))
      .json;
  expect(await expire()).toEqual({ expired: 1 });
  expect(await expire()).toEqual({ expired: 0 });
  expect(await linesOf(ctx)).toMatchObject([{ isActive: false, endedAs: "expired" }]);
});

test("the reconciliation counts what it did", async () => {
  const headers = { authorization: "Bearer the night watch" };
  const { json } = await ask(await doorAt("cron/reconcile-payments"), "GET", { headers });
  expect(json).toEqual({
    inquired: 0,
    completed: 0,
    failed: 0,
    expired: 0,
    orders_cancelled: 0,
    unchanged: 0,
    errors: 0,
  });
});
