import { desc, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { orders } from "@/db/schema/orders";
import { testDatabase } from "@/db/test-database";
import { anAttempt, anOrder, somebody } from "@/db/test-fixtures";
import { addOrderNote } from "@/lib/desk/add-order-note";
import { findDeskOrder } from "@/lib/desk/find-desk-order";
import { listParcels } from "@/lib/desk/list-parcels";
import { namingChanges } from "@/lib/desk/naming-changes";
import { takeSteps } from "@/lib/desk/take-steps";

const { db } = testDatabase({ max: 20 });

const staffMember = () => somebody(db, { role: "staff" });

describe("many orders at once", () => {
  it("are taken on each by itself, and of each that could not it is said why", async () => {
    const [buyer, staff] = [await somebody(db), await staffMember()];
    const made = [await anAttempt(buyer, "cash_on_delivery"), await anAttempt(buyer, "cash_on_delivery")];
    const { order: unpaid } = await anOrder(buyer);
    const changed = made[1]?.order.id ?? 0;
    const chosen = [
      { orderId: made[0]?.order.id ?? 0 },
      { orderId: unpaid.id },
      { orderId: 999_999 },
      { orderId: changed, ifMatch: ["1.1"] },
    ];
    const taken = await takeSteps(staff, { step: "start", chosen });
    expect(taken.map(({ is_done, code, status }) => [is_done, code, status])).toEqual([
      [true, null, "in_progress"],
      [false, "invalid_transition", "pending"],
      [false, "order_not_found", null],
      [false, "order_changed", "confirmed"],
    ]);
    await expect(takeSteps(buyer, { step: "start", chosen })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("are shipped with one courier, each under its own number, and only as they were seen", async () => {
    const [buyer, staff] = [await somebody(db), await staffMember()];
    const made = [await anAttempt(buyer, "cash_on_delivery"), await anAttempt(buyer, "cash_on_delivery")];
    const ids = made.map(({ order }) => order.id);
    await takeSteps(staff, { step: "start", chosen: ids.map((orderId) => ({ orderId })) });
    const seen = await Promise.all(ids.map(async (id) => (await findDeskOrder(staff, id))?.version ?? ""));
    const parcels = await listParcels(
      staff,
      ids.map((orderId, at) => ({ orderId, ifMatch: [seen[at] ?? ""] })),
    );
    expect(parcels.map(({ orderId, version }) => [orderId, version])).toEqual([
      [ids[1], seen[1]],
      [ids[0], seen[0]],
    ]);
    await expect(listParcels(buyer, [])).rejects.toMatchObject({ code: "forbidden" });
    const chosen = parcels.map(({ orderId, version }, at) => ({
      orderId,
      ifMatch: [version],
      trackingNumber: `T-${at}`,
    }));
    const { done } = await atOnce(20, () => takeSteps(staff, { step: "ship", chosen, courier: "TCS" }));
    const all = done.flat();
    expect(all.filter(({ is_done }) => is_done)).toHaveLength(2);
    expect(new Set(all.map(({ code }) => code))).toEqual(new Set([null, "order_changed"]));
    const rows = await db.select().from(orders).where(inArray(orders.id, ids)).orderBy(desc(orders.id));
    expect(rows.map(({ courier, trackingNumber }) => [courier, trackingNumber])).toEqual([
      ["TCS", "T-0"],
      ["TCS", "T-1"],
    ]);
  });

  it("by twenty people go one step and no more", async () => {
    const [buyer, staff] = [await somebody(db), await staffMember()];
    const { order } = await anAttempt(buyer, "cash_on_delivery");
    const { done } = await atOnce(20, () => takeSteps(staff, { step: "start", chosen: [{ orderId: order.id }] }));
    expect(done.flat().filter(({ is_done }) => is_done)).toHaveLength(1);
  });
});

it("whoever was too late is told by name who changed the order", async () => {
  const [buyer, staff, other] = [await somebody(db), await staffMember(), await staffMember()];
  const { order } = await anAttempt(buyer, "cash_on_delivery");
  const ifMatch = [(await findDeskOrder(staff, order.id))?.version ?? ""];
  await takeSteps(other, { step: "start", chosen: [{ orderId: order.id }] });
  const note = namingChanges((ctx, text: string) => addOrderNote(ctx, { orderId: order.id, text, ifMatch }));
  await expect(note(staff, "Wait")).rejects.toMatchObject({
    code: "order_changed",
    extra: {
      order_status: "in_progress",
      status_history: [{ to_status: "in_progress", by: "Test Person" }],
    },
  });
  const nowhere = namingChanges((ctx, orderId: number) => addOrderNote(ctx, { orderId, text: "Lost" }));
  await expect(nowhere(staff, 999_999)).rejects.toMatchObject({ code: "order_not_found" });
});
