import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { auditLog } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { anAttempt, somebody } from "@/db/test-fixtures";
import { changeParcel } from "@/lib/desk/change-parcel";
import { findVersion } from "@/lib/orders/require-version";
import { aDeliveredOrder } from "@/lib/returns/test-delivered";

const { db } = testDatabase({ max: 20 });

const changesOf = (orderId: number) =>
  db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subject, `order:${orderId}`), eq(auditLog.action, "order.parcel")));

describe("the parcel of an order that was shipped", () => {
  it("is named afterwards, and corrected, by staff: each change is written down", async () => {
    const staff = await somebody(db, { role: "staff" });
    const { order } = await aDeliveredOrder(db, { by: "open cash", until: "shipped" });
    const named = await changeParcel(staff, { orderId: order.id, courier: "TCS", tracking_number: "7794" });
    expect(named).toMatchObject({ status: "shipped", courier: "TCS", tracking_number: "7794" });
    const again = await changeParcel(staff, { orderId: order.id, courier: "TCS" });
    expect(again).toMatchObject({ courier: "TCS", tracking_number: "7794" });
    await changeParcel(staff, { orderId: order.id, courier: "Leopards", tracking_number: "" });
    expect(await changesOf(order.id)).toMatchObject([
      { before: { courier: "", tracking_number: "" }, after: { courier: "TCS", tracking_number: "7794" } },
      { before: { courier: "TCS", tracking_number: "7794" }, after: { courier: "Leopards", tracking_number: "" } },
    ]);
  });

  it("is nobody else's, and there is none before an order was sent", async () => {
    const [buyer, staff] = [await somebody(db), await somebody(db, { role: "staff" })];
    const { order } = await anAttempt(buyer, "cash_on_delivery");
    const wish = { orderId: order.id, courier: "TCS" };
    await expect(changeParcel(buyer, wish)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeParcel(staff, wish)).rejects.toMatchObject({ code: "invalid_transition" });
    const nowhere = changeParcel(staff, { ...wish, orderId: 999_999 });
    await expect(nowhere).rejects.toMatchObject({ code: "order_not_found" });
  });

  it("is changed by one of twenty who saw the same order", async () => {
    const staff = await somebody(db, { role: "staff" });
    const { order } = await aDeliveredOrder(db, { by: "open cash", until: "delivered" });
    const ifMatch = [(await findVersion(db, order.id)) ?? ""];
    const { done, refused } = await atOnce(20, (at) =>
      changeParcel(staff, { orderId: order.id, ifMatch, tracking_number: `T-${at}` }),
    );
    expect([done.length, new Set(refused)]).toEqual([1, new Set(["order_changed"])]);
    expect(await changesOf(order.id)).toHaveLength(1);
  });
});
