import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { payments } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, later, laterOn, NOON, somebody } from "@/db/test-fixtures";
import { returned } from "@/db/test-notices";
import { findDeskOrder } from "@/lib/desk/find-desk-order";
import { findDeskOrders } from "@/lib/desk/find-desk-orders";
import { DeskQuery } from "@/lib/desk/schemas";
import { receiveNotice } from "@/lib/payments/receive-notice";

const { db } = testDatabase();

it("an order with a voucher waits for its customer until the voucher's time is over, in the list and on its page", async () => {
  const staff = await somebody(db, { role: "staff" });
  const { payment, order } = await anAttempt(await somebody(db));
  const voucher = { pp_ResponseCode: "124", pp_RetreivalReferenceNo: "261125525254" };
  await receiveNotice(gateway(db, later(NOON, 1)), returned(payment, voucher), "return");
  const seen = async (minutes: number) => {
    const ctx = laterOn(staff, minutes);
    const { rows } = await findDeskOrders(ctx, DeskQuery.parse({ search: order.order_number }));
    return [(await findDeskOrder(ctx, order.id))?.waits, rows.map(({ isChecked }) => isChecked)];
  };
  const until = later(NOON, 24 * 60 + 1).toISOString();
  expect(await seen(2)).toEqual([{ who: "customer", voucher: "261125525254", until }, [false]]);
  expect(await seen(24 * 60 + 1)).toEqual([{ who: "gateway" }, [true]]);
});

it("an order that was never tried to be paid, and one that is being checked without a voucher", async () => {
  const staff = await somebody(db, { role: "staff" });
  const { payment, order } = await anAttempt(await somebody(db));
  const waits = async () => (await findDeskOrder(laterOn(staff, 1), order.id))?.waits;
  expect(await waits()).toBeNull();
  await receiveNotice(gateway(db), returned(payment, { pp_ResponseCode: "157" }), "return");
  expect((await db.select().from(payments).where(eq(payments.id, payment.payment_id)))[0]?.status).toBe("processing");
  expect(await waits()).toEqual({ who: "gateway" });
});
