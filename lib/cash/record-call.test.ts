import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { auditLog } from "@/db/schema/operations";
import { orderNotes, orders } from "@/db/schema/orders";
import { shopSettings } from "@/db/schema/settings";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, laterOn, somebody } from "@/db/test-fixtures";
import { notified } from "@/db/test-notices";
import { recordCall } from "@/lib/cash/record-call";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { receiveNotice } from "@/lib/payments/receive-notice";

const { db } = testDatabase({ max: 20 });

beforeEach(() => db.update(shopSettings).set({ cashNeedsCall: true }));
afterEach(() => db.update(shopSettings).set({ cashNeedsCall: false }));

const staffOf = () => somebody(db, { role: "staff" });
const aCashOrder = async () => (await anAttempt(await somebody(db), "cash_on_delivery")).order;
const start = async (orderId: number) =>
  updateOrderStatus(await staffOf(), { orderId, status: "in_progress", notes: "" });
const call = (orderId: number, outcome: "reached" | "not_reached" = "reached", notes = "") =>
  staffOf().then((staff) => recordCall(staff, { orderId, outcome, notes }));

describe("where cash orders are confirmed by phone", () => {
  it("one is begun only after its buyer was reached", async () => {
    const { id } = await aCashOrder();
    await expect(start(id)).rejects.toMatchObject({ code: "call_first" });
    expect(await call(id, "not_reached", "Rang out")).toEqual({ called_at: null });
    await expect(start(id)).rejects.toMatchObject({ code: "call_first" });
    expect((await call(id)).called_at).not.toBeNull();
    expect(await start(id)).toMatchObject({ status: "in_progress" });
    expect(await db.select().from(orderNotes).where(eq(orderNotes.orderId, id))).toMatchObject([
      { text: "Called: not reached. Rang out" },
    ]);
    expect(await db.$count(auditLog, eq(auditLog.subject, `order:${id}`))).toBe(3);
  });

  it("one that is paid by JazzCash needs no call", async () => {
    const { order, payment } = await anAttempt(await somebody(db));
    await receiveNotice(gateway(db), notified(payment), "callback");
    expect(await start(order.id)).toMatchObject({ status: "in_progress" });
    await expect(call(order.id)).rejects.toMatchObject({ code: "invalid_transition" });
  });

  it("elsewhere no call is asked for", async () => {
    await db.update(shopSettings).set({ cashNeedsCall: false });
    expect(await start((await aCashOrder()).id)).toMatchObject({ status: "in_progress" });
  });
});

describe("a call", () => {
  it("is staff's to record, of an order that there is and that waits for cash", async () => {
    const { id } = await aCashOrder();
    const shopper = await somebody(db);
    const refused = recordCall(shopper, { orderId: id, outcome: "reached", notes: "" });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    await expect(call(999_999)).rejects.toMatchObject({ code: "order_not_found" });
    const { order } = await anAttempt(await somebody(db));
    await expect(call(order.id)).rejects.toMatchObject({ code: "invalid_transition" });
  });

  it("twenty times at once is the first one's", async () => {
    const { id } = await aCashOrder();
    const staff = await staffOf();
    const { done } = await atOnce(20, (lane) =>
      recordCall(laterOn(staff, lane), { orderId: id, outcome: "reached", notes: "" }),
    );
    expect(new Set(done.map(({ called_at }) => called_at)).size).toBe(1);
    expect(await db.select().from(orders).where(eq(orders.id, id))).toMatchObject([
      { calledBy: `user:${staff.actor.userId}` },
    ]);
  });
});
