import { expect, test } from "vitest";
import { ask, doorAt } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";

testDatabase();

test("the shop is well and ready where its database answers, for everybody who asks", async () => {
  expect(await ask(await doorAt("health"), "GET")).toMatchObject({ status: 200, json: { status: "ok" } });
  const ready = await ask(await doorAt("health/ready"), "GET");
  expect(ready).toMatchObject({ status: 200, json: { status: "ok", dependencies: { database: "ok" } } });
  expect(ready.headers.get("cache-control")).toContain("no-store");
});
