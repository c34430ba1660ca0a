import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { orders } from "@/db/schema/orders";
import { reviewItems } from "@/db/schema/reviews";
import { testDatabase } from "@/db/test-database";
import { laterOn, somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { sumCash } from "@/lib/cash/list-cash";
import { findWaiting } from "@/lib/figures/find-waiting";
import { recordCash } from "@/lib/payments/record-cash";
import { refundPayment } from "@/lib/refunds/refund-payment";
import { listUnsettled } from "@/lib/settlements/list-unsettled";
import { matchAgain } from "@/lib/settlements/match-again";
import { bring, csvOf } from "@/lib/settlements/test-files";
import { paid, sent } from "@/lib/settlements/test-parcels";

const { db } = testDatabase();

it("cash and what is not paid out stay what they are under fees and refunds, and go with what files settle", async () => {
  const admin = await somebody(db, { role: "admin" });
  const [road, held, online] = [await sent(db), await sent(db), await paid(db)];
  await recordCash(admin, { paymentId: held.id });
  await refundPayment(admin, { paymentId: held.id, amount: "1000", reason: "One was cracked" });
  const now = laterOn(admin, 6 * 24 * 60);
  const look = async () => {
    const { cash_on_the_road, cash_collected, unsettled } = await findWaiting(now);
    const [courier] = await sumCash(now);
    const { count } = await listUnsettled(now, { source: "gateway", page: 1, page_size: 1 });
    expect([cash_on_the_road.orders, cash_on_the_road.amount]).toEqual([
      courier?.on_the_road.orders ?? 0,
      courier?.on_the_road.amount ?? "0.00",
    ]);
    expect([cash_collected.orders, cash_collected.amount]).toEqual([
      courier?.collected.orders ?? 0,
      courier?.collected.amount ?? "0.00",
    ]);
    expect(unsettled.payments).toBe(count);
    await expectProof(db);
    return [cash_on_the_road.amount, cash_collected.amount, unsettled.amount];
  };
  const before = ["3000.00", "2000.00", "3000.00"];
  expect(await look()).toEqual(before);
  await bring(admin, {
    source: "courier",
    text: csvOf("courier", [
      { reference: road.tracking, gross: 0, fee: 150 },
      { reference: held.tracking, gross: -1000, fee: 0 },
      { reference: "LE-asked", gross: 3000 },
    ]),
  });
  expect(await look()).toEqual(before);
  await db.update(orders).set({ trackingNumber: "LE-asked" }).where(eq(orders.id, road.orderId));
  const [item] = await db.select().from(reviewItems).where(eq(reviewItems.kind, "settlement_differs"));
  await matchAgain(admin, { reviewId: item?.id ?? 0 });
  expect(await look()).toEqual(["0.00", "2000.00", "3000.00"]);
  await bring(admin, { text: csvOf("gateway", [{ reference: online.reference, gross: 3000 }]) });
  await bring(admin, { source: "courier", text: csvOf("courier", [{ reference: held.tracking, gross: 3000 }]) });
  expect(await look()).toEqual(["0.00", "0.00", "0.00"]);
});
