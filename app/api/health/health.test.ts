import { expect, test } from "vitest";
import { ask, doorAt } from "@/app/api/test-doors";
import { ledgerProofs } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { later } from "@/db/test-fixtures";

const { db } = testDatabase();

const ready = async () => ask(await doorAt("health/ready"), "GET");

test("the shop is well and ready where its database answers, for everybody who asks", async () => {
  expect(await ask(await doorAt("health"), "GET")).toMatchObject({ status: 200, json: { status: "ok" } });
  const answer = await ready();
  expect(answer).toMatchObject({ status: 200, json: { status: "ok", dependencies: { database: "ok" } } });
  expect(answer.headers.get("cache-control")).toContain("no-store");
});

test("it says what the newest proof of the ledger found, and goes on selling whatever that is", async () => {
  const proof = (minutesAgo: number, breaches: Record<string, number>) =>
    db.insert(ledgerProofs).values({ ranAt: later(new Date(), -minutesAgo), tookMs: 40, breaches });
  const said = async () => {
    const { status, json } = await ready();
    return [status, json.dependencies.ledger];
  };
  expect(await said()).toEqual([200, "unproved"]);
  await proof(25 * 60, {});
  expect(await said()).toEqual([200, "unproved"]);
  await proof(120, { stock_is_conserved: 2 });
  expect(await said()).toEqual([200, "breached"]);
  await proof(60, {});
  expect(await said()).toEqual([200, "ok"]);
});
