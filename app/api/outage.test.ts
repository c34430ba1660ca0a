import { afterAll, expect, test, vi } from "vitest";
import { allDoors, ask, doorAt, METHODS, NOBODYS_COOKIE } from "@/app/api/test-doors";
import { openDatabase } from "@/db/client";

delete process.env.CRON_SECRET;
const nowhere = openDatabase("postgres://nobody:secret@127.0.0.1:9/nothing", { max: 100 });
const globals = globalThis as typeof globalThis & { saudaPool?: typeof nowhere };
globals.saudaPool = nowhere;
afterAll(nowhere.close);

const SAYS_TOO_MUCH = /select|insert|update|from|127\.0\.0\.1|ECONN|postgres|nobody|secret|\$1|node_modules/i;

/** Doors that cannot be asked for nothing. */
const ASKED: Record<string, string> = {
  "/api/cart/orders/track": "?order_number=ORD-AAAAAAAA-20261125&phone=03001234567",
  "/api/products/suggest": "?q=honey",
};

test("while the database is stopped every door that needs it says so, and nothing of what is behind it", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  const doors = (await allDoors()).filter(
    ({ path }) => /^\/api\/(cart|products)/.test(path) && !path.includes("jazzcash"),
  );
  for (const door of doors) {
    const allow = (await ask(door, "OPTIONS")).headers.get("allow") ?? "";
    for (const method of METHODS.filter((each) => allow.includes(each))) {
      const query = ASKED[door.path];
      const answer = await ask(door, method, { cookie: NOBODYS_COOKIE, query });
      expect([door.path, answer.status, answer.json.code]).toEqual([door.path, 503, "database_unavailable"]);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(answer.text).not.toMatch(SAYS_TOO_MUCH);
    }
  }
  expect(log).not.toHaveBeenCalled();
});

test("the process is alive and says that it is not ready", async () => {
  expect(await ask(await doorAt("health"), "GET")).toMatchObject({ status: 200, json: { status: "ok" } });
  expect(await ask(await doorAt("health/ready"), "GET")).toMatchObject({
    status: 503,
    json: { status: "unavailable", dependencies: { database: "unavailable" } },
  });
});

test.each(["cron/expire-carts", "cron/reconcile-payments"])("%s is shut where no secret is set", async (path) => {
  for (const authorization of ["", "Bearer ", "Bearer undefined", "Bearer null"]) {
    const { status, json } = await ask(await doorAt(path), "GET", { headers: { authorization } });
    expect([status, json.code]).toEqual([503, "not_configured"]);
  }
});
