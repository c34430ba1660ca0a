import { sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { orderFigures } from "@/db/schema/figures";
import { testDatabase } from "@/db/test-database";
import { anOrder, NOON, somebody } from "@/db/test-fixtures";
import { getDashboard } from "@/lib/figures/get-dashboard";
import { reconcileAndProve } from "@/lib/payments/reconcile-and-prove";

vi.spyOn(console, "error").mockImplementation(() => {}); // a breach is told to the log as well

const { db } = testDatabase();

it("the reconciliation folds the figures and proves the ledger, and the dashboard says so", async () => {
  const buyer = await somebody(db);
  for (let times = 0; times < 3; times++) await anOrder(buyer);
  expect(await db.$count(orderFigures)).toBe(3);
  await reconcileAndProve({ db, now: NOON, actor: { kind: "system", useCase: "reconcile" } });
  expect(await db.select({ orders: orderFigures.orders }).from(orderFigures)).toEqual([{ orders: 3 }]);
  const staff = await somebody(db, { role: "staff" });
  const range = { from: "2026-11-25", to: "2026-11-25" };
  expect(await getDashboard(staff, range)).toMatchObject({
    shop: { total_orders: 3 },
    last_proof: { ran_at: NOON.toISOString(), breaches: {} },
  });
  await db.execute(sql`update products set sold = sold + 1 where sold > 0`);
  const later = new Date("2026-11-25T09:00:00Z");
  await reconcileAndProve({ db, now: later, actor: { kind: "system", useCase: "reconcile" } });
  const { last_proof } = await getDashboard(staff, range);
  expect(last_proof?.breaches).toMatchObject({ stock_is_conserved: 3 });
});
