import { expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { anAttempt, laterOn, somebody } from "@/db/test-fixtures";
import { recordCall } from "@/lib/cash/record-call";
import { addOrderNote } from "@/lib/desk/add-order-note";
import { findDeskOrder } from "@/lib/desk/find-desk-order";
import { writeToCustomer } from "@/lib/desk/write-to-customer";
import { changeParcel } from "@/lib/desk/change-parcel";
import { updateOrderStatus } from "@/lib/orders/update-order-status";

Object.assign(process.env, { SMTP_URL: "smtp://127.0.0.1:9" });

const { db } = testDatabase();

it("an order's story tells of calls, notes, letters and the parcel, each with who did it, in the order of time", async () => {
  const staff = await somebody(db, { role: "staff" });
  const { order } = await anAttempt(await somebody(db), "cash_on_delivery");
  const at = (minutes: number) => laterOn(staff, minutes);
  const orderId = order.id;
  await recordCall(at(1), { orderId, outcome: "not_reached", notes: "Rang out." });
  await recordCall(at(2), { orderId, outcome: "not_reached", notes: "" });
  await recordCall(at(3), { orderId, outcome: "reached", notes: "" });
  await addOrderNote(at(4), { orderId, text: "Wants it by Friday." });
  await writeToCustomer(at(5), { orderId, text: "It comes on Friday." });
  await updateOrderStatus(at(6), { orderId, status: "in_progress", notes: "" });
  const parcel = { courier: "TCS", tracking_number: "7788" };
  await updateOrderStatus(at(7), { orderId, status: "shipped", notes: "", ...parcel });

  await changeParcel(at(8), { orderId, courier: "Leopards" });

  const seen = await findDeskOrder(at(9), orderId);
  const done = seen?.story.filter(({ values }) => String(values.name).endsWith("@example.com")) ?? [];
  const minuteOf = (moment: Date) => (moment.getTime() - staff.now.getTime()) / 60_000;
  expect(done.filter(({ at: moment }) => moment > staff.now).map((line) => [minuteOf(line.at), line.key])).toEqual([
    [1, "called"],
    [1, "notedByStaff"],
    [2, "called"],
    [3, "called"],
    [4, "notedByStaff"],
    [5, "wroteToCustomer"],
    [6, "orderMoved"],
    [7, "orderShipped"],
    [8, "parcelChanged"],
  ]);
  const valuesOf = (key: string) => done.filter((line) => line.key === key).map(({ values }) => values);
  expect(valuesOf("called").map(({ outcome }) => outcome)).toEqual(["not_reached", "not_reached", "reached"]);
  expect(valuesOf("notedByStaff").map(({ text }) => text)).toEqual(["Rang out", "Wants it by Friday"]);
  expect(valuesOf("wroteToCustomer")).toMatchObject([{ text: "It comes on Friday" }]);
  expect(valuesOf("parcelChanged")).toMatchObject([{ courier: "Leopards", tracking: "7788", with: "both" }]);
  expect(valuesOf("orderShipped")).toMatchObject([{ courier: "TCS", tracking: "7788", with: "both", why: "none" }]);
});
