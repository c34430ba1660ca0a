import { beforeAll, describe, expect, it } from "vitest";
import { ask, type Door, doorAt, signedIn } from "@/app/api/test-doors";
import { countStatements } from "@/db/count-statements";
import { testDatabase } from "@/db/test-database";
import { anAttempt, somebody } from "@/db/test-fixtures";
import { getDashboard } from "@/lib/figures/get-dashboard";
import { placeOf, ZEROS } from "@/lib/figures/model";
import { DashboardView } from "@/lib/figures/schemas";
import { orderStatistics } from "@/lib/orders/order-statistics";
import type { Role } from "@/lib/users/model";

const { db, url } = testDatabase();
const MOST_STATEMENTS = 10;

const problemOf = ({ status, json }: Awaited<ReturnType<typeof ask>>) => [status, json.code];

let door: Door;
beforeAll(async () => {
  door = await doorAt("admin/dashboard");
  await anAttempt(await somebody(db, { now: new Date() }));
});

describe("the dashboard's door", () => {
  it.each(["staff", "admin"] as const)("gives %s the figures of the days that are asked for", async (role) => {
    const { cookie } = await signedIn(db, role);
    const answer = await ask(door, "GET", { cookie, query: "?from=2026-11-01&to=2026-11-03" });
    expect(answer.status).toBe(200);
    const view = DashboardView.parse(answer.json);
    expect([view.from, view.to, view.days.length]).toEqual(["2026-11-01", "2026-11-03", 3]);
    expect(view.shop.total_orders).toBe(1);
    const today = DashboardView.parse((await ask(door, "GET", { cookie, query: "?range=today" })).json);
    expect(today.days).toEqual([today.today]);
    expect(today.funnel).toEqual({ carts: 1, ordered: 1, paid: 0 });
  });

  it("is shut for shoppers and strangers, before anything is read of what they ask", async () => {
    const { cookie } = await signedIn(db);
    expect(problemOf(await ask(door, "GET", { cookie, query: "?from=nonsense" }))).toEqual([403, "forbidden"]);
    expect(problemOf(await ask(door, "GET"))).toEqual([401, "not_signed_in"]);
  });

  it.each([
    ["?from=2026-02-30", "from"],
    ["?range=31", "range"],
    ["?to=2026-11-01", "from"],
    ["?from=2026-11-02&to=2026-11-01", "to"],
    ["?from=2025-11-01&to=2026-11-03", "to"],
  ])("refuses %s and names the field", async (query, path) => {
    const { cookie } = await signedIn(db, "staff");
    const answer = await ask(door, "GET", { cookie, query });
    expect(problemOf(answer)).toEqual([400, "invalid_input"]);
    expect(answer.json.errors).toMatchObject([{ path }]);
  });
});

describe("the cases' door", () => {
  it("gives staff the cases of each of the four numbers, of none other, and nobody else any", async () => {
    const cases = await doorAt("admin/dashboard/cases/[which]");
    const of = async (which: string, role: Role) =>
      ask(cases, "GET", { cookie: (await signedIn(db, role)).cookie, params: { which } });
    for (const zero of ZEROS) {
      const answer = await of(placeOf(zero), "staff");
      expect([answer.status, answer.json]).toEqual([200, { results: [], is_all: true }]);
    }
    expect(problemOf(await of("nothing", "staff"))).toEqual([404, "not_found"]);
    expect(problemOf(await of("nothing", "customer"))).toEqual([403, "forbidden"]);
  });
});

it(`the whole dashboard takes at most ${MOST_STATEMENTS} statements, the statistics one`, async () => {
  const staff = await somebody(db, { role: "staff" });
  const range = { from: "2026-11-01", to: "2026-11-25" };
  const sent = await countStatements(url, (one) => getDashboard({ ...staff, db: one }, range));
  expect(sent.length).toBeLessThanOrEqual(MOST_STATEMENTS);
  expect(await countStatements(url, (one) => orderStatistics({ ...staff, db: one }))).toHaveLength(1);
  const buyer = await somebody(db);
  expect(await countStatements(url, (one) => orderStatistics({ ...buyer, db: one }))).toHaveLength(1);
});
