import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { auditLog } from "@/db/schema/operations";
import { orderNotes, orders } from "@/db/schema/orders";
import { testDatabase } from "@/db/test-database";
import { aGuest, aLine, anAttempt, anOrder, laterOn, NOON, orderInput, somebody } from "@/db/test-fixtures";
import { addOrderNote } from "@/lib/desk/add-order-note";
import { findDeskOrder } from "@/lib/desk/find-desk-order";
import { findDeskOrders } from "@/lib/desk/find-desk-orders";
import { DeskQuery } from "@/lib/desk/schemas";
import { writeToCustomer } from "@/lib/desk/write-to-customer";
import { toldOf } from "@/lib/messages/test-outbox";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { placeOrder } from "@/lib/orders/place-order";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { aDeliveredOrder } from "@/lib/returns/test-delivered";

Object.assign(process.env, { SMTP_URL: "smtp://127.0.0.1:9", SMS_URL: "http://127.0.0.1:9/sms" });

const { db } = testDatabase({ max: 20 });

const staffMember = () => somebody(db, { role: "staff" });

describe("what staff write", () => {
  it("about an order stays with it, once however often it is sent within a minute", async () => {
    const [buyer, staff] = [await somebody(db), await staffMember()];
    const { order } = await anOrder(buyer);
    await atOnce(20, () => addOrderNote(staff, { orderId: order.id, text: "Ring twice" }));
    await addOrderNote(laterOn(staff, 2), { orderId: order.id, text: "Ring twice" });
    expect((await findDeskOrder(staff, order.id))?.notes).toMatchObject([
      { text: "Ring twice", is_message: false, by: expect.stringContaining("@example.com") },
      { text: "Ring twice" },
    ]);
    const audit = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `order:${order.id}`));
    expect(audit.map(({ action }) => action)).toEqual(["order.note", "order.note"]);
    await expect(addOrderNote(buyer, { orderId: order.id, text: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
    const nowhere = addOrderNote(staff, { orderId: 999_999, text: "Lost" });
    await expect(nowhere).rejects.toMatchObject({ code: "order_not_found" });
  });

  it("to the customer goes out once by the outbox, and stands among the notes", async () => {
    const [buyer, staff] = [await somebody(db), await staffMember()];
    const { order } = await anOrder(buyer);
    await atOnce(20, () => writeToCustomer(staff, { orderId: order.id, text: "We call at six." }));
    const told = (await toldOf(db, order)).filter(({ kind }) => kind === "order_written");
    expect(told).toMatchObject([{ channel: "mail", details: { text: "We call at six." } }]);
    const seen = await findDeskOrder(staff, order.id);
    expect(seen?.notes).toMatchObject([{ text: "We call at six.", is_message: true }]);
    expect(seen?.messages.map(({ kind, stand }) => [kind, stand])).toContainEqual(["order_written", "waiting"]);
    await expect(writeToCustomer(buyer, { orderId: order.id, text: "Mine" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("by SMS is short, and to nobody who can be reached is refused and not kept", async () => {
    const [guest, staff] = [await aGuest(db), await staffMember()];
    await aLine(guest);
    const byPhone = await placeOrder(guest, orderInput({ customer_phone: "03001234567" }));
    const long = writeToCustomer(staff, { orderId: byPhone.id, text: "a".repeat(201) });
    await expect(long).rejects.toMatchObject({ code: "invalid_input" });
    await aLine(guest);
    const unreachable = await placeOrder(guest, orderInput());
    const lost = writeToCustomer(staff, { orderId: unreachable.id, text: "Hello" });
    await expect(lost).rejects.toMatchObject({ code: "customer_unreachable" });
    expect(await db.select().from(orderNotes).where(eq(orderNotes.orderId, unreachable.id))).toEqual([]);
    expect((await findDeskOrder(staff, unreachable.id))?.reach).toBeNull();
  });
});

describe("the desk", () => {
  it("lists by state, payment, way, city, day and what waits, with how many there are", async () => {
    const [buyer, staff] = [await somebody(db), await staffMember()];
    await aLine(buyer);
    const city = `Khaplu ${Date.now()}`;
    const placed = await placeOrder(buyer, orderInput({ shipping_city: city }));
    const list = async (query: object) => {
      const { rows, count } = await findDeskOrders(staff, DeskQuery.parse({ city: city.toLowerCase(), ...query }));
      return { ids: rows.map(({ id }) => id), count };
    };
    const mine = { ids: [placed.id], count: null };
    expect(await list({})).toEqual(mine);
    for (const query of [
      { status: "pending" },
      { payment_status: "unpaid" },
      { from: "2026-11-25", to: "2026-11-25" },
    ]) {
      expect([query, await list(query)]).toEqual([query, mine]);
    }
    for (const query of [{ method: "jazzcash" }, { queue: "to_call" }, { to: "2026-11-24" }, { page: "2" }]) {
      expect([query, (await list(query)).ids]).toEqual([query, []]);
    }
    const all = await findDeskOrders(staff, DeskQuery.parse({}));
    expect(all.count).toBe(await db.$count(orders));
    expect((await findDeskOrders(staff, DeskQuery.parse({ search: placed.order_number }))).count).toBe(1);
  });

  it("shows an order with all that happened to it, told as one story in the order of time", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { order } = await aDeliveredOrder(db, { by: "cash" });
    const seen = await findDeskOrder({ ...admin, now: NOON }, order.id);
    expect(seen?.movements).toMatchObject([{ from: "customer", to: "courier", amount: "3000.00" }]);
    expect(seen?.story.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["placed", "opened", "cashRecorded", "moved", "orderMoved", "standsComplete"]),
    );
    expect(seen?.story.filter(({ key }) => key === "orderMoved")).toHaveLength(4);
    const times = seen?.story.map(({ at }) => at.getTime()) ?? [];
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(await findDeskOrder(admin, 999_999)).toBeNull();
  });

  it("tells of a parcel that came back broken that its pieces are lost, and who said so", async () => {
    const [buyer, staff] = [await somebody(db), await staffMember()];
    const { order } = await anAttempt(buyer, "cash_on_delivery");
    const shipped = { courier: "TCS", tracking_number: "7794" };
    await updateOrderStatus(staff, { orderId: order.id, status: "in_progress", notes: "" });
    const view = await updateOrderStatus(staff, { orderId: order.id, status: "shipped", notes: "", ...shipped });
    expect(view).toMatchObject(shipped);
    await cancelOrder(laterOn(staff, 60), { orderId: order.id, reason: "Crushed", returned: true, restock: false });
    const seen = await findDeskOrder(staff, order.id);
    expect(seen?.stockMoves.map(({ kind }) => kind)).toEqual(["taken", "lost"]);
    const early = updateOrderStatus(staff, { orderId: order.id, status: "in_progress", notes: "", ...shipped });
    await expect(early).rejects.toMatchObject({ code: "invalid_input" });
  });
});
