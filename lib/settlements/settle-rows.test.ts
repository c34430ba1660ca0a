import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { auditLog } from "@/db/schema/operations";
import { orders } from "@/db/schema/orders";
import { moneyMovements } from "@/db/schema/movements";
import { reviewItems } from "@/db/schema/reviews";
import { settlementRows } from "@/db/schema/settlements";
import { testDatabase } from "@/db/test-database";
import { somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { untilWaiting } from "@/db/test-waiting";
import { listCash, sumCash } from "@/lib/cash/list-cash";
import { recordCashOfMany } from "@/lib/cash/record-cash-of-many";
import { recordCash } from "@/lib/payments/record-cash";
import { refundPayment } from "@/lib/refunds/refund-payment";
import { listRows } from "@/lib/settlements/list-rows";
import { bring, csvOf } from "@/lib/settlements/test-files";
import { paymentOf as paymentIn, sent as sentParcel } from "@/lib/settlements/test-parcels";

const { db } = testDatabase({ max: 20 });

const admin = () => somebody(db, { role: "admin" });
const staff = () => somebody(db, { role: "staff" });

const sent = (more?: Parameters<typeof sentParcel>[1]) => sentParcel(db, more);
const bringCourier = async (lines: Parameters<typeof csvOf>[1]) =>
  bring(await admin(), { source: "courier", text: csvOf("courier", lines) });
const paymentOf = (id: number) => paymentIn(db, id);
const movementsOf = (id: number) =>
  db.select().from(moneyMovements).where(eq(moneyMovements.paymentId, id)).orderBy(moneyMovements.id);

describe("what a courier says was collected", () => {
  it("is asked about where two parcels under one number have the same amount, and clear by the order's number", async () => {
    const [one, other] = [await sent(), await sent()];
    await db.update(orders).set({ trackingNumber: one.tracking }).where(eq(orders.id, other.orderId));
    const line = { reference: one.tracking, gross: 3000 };
    expect((await bringCourier([line, line])).settlement.outcomes).toMatchObject({ differing: 2 });
    const clear = await bringCourier([{ reference: other.number, gross: 3000 }]);
    expect(clear.settlement.outcomes).toMatchObject({ settled: 1 });
    expect(await paymentOf(one.id)).toMatchObject({ status: "pending", settledAt: null });
    await expectProof(db);
  });

  it("is settled by the tracking number or the order's, out of the courier's account", async () => {
    const [one, other] = [await sent(), await sent()];
    await recordCash(await staff(), { paymentId: one.id });
    await recordCash(await staff(), { paymentId: other.id });
    const { settlement } = await bringCourier([
      { reference: one.tracking, gross: 3000, fee: 200, tax: 48 },
      { reference: other.number.toLowerCase().replaceAll("-", ""), gross: 3000 },
    ]);
    expect(settlement.outcomes).toMatchObject({ settled: 2 });
    expect(await movementsOf(one.id)).toMatchObject([
      { fromAccount: "customer", toAccount: "courier", kind: "cash_collected" },
      { fromAccount: "courier", toAccount: "bank", amountPaisa: 275_200, kind: "settled" },
      { fromAccount: "courier", toAccount: "fee", amountPaisa: 20_000, kind: "fee" },
      { fromAccount: "courier", toAccount: "tax_withheld", amountPaisa: 4_800, kind: "tax" },
    ]);
    await expectProof(db);
  });

  it("though nobody had recorded it, is recorded by whoever brought the file, and settled", async () => {
    const parcel = await sent();
    const { settlement } = await bringCourier([
      { reference: parcel.tracking, gross: 3000 },
      { reference: parcel.tracking, gross: 3000 },
    ]);
    expect(settlement.outcomes).toMatchObject({ settled: 1, repeated: 1 });
    expect(await paymentOf(parcel.id)).toMatchObject({ status: "completed", notes: "november.csv" });
    const [order] = await db.select().from(orders).where(eq(orders.id, parcel.orderId));
    expect(order).toMatchObject({ paymentStatus: "paid", paidPaisa: 300_000 });
    expect(await db.$count(auditLog, eq(auditLog.subject, `payment:${parcel.id}`))).toBe(1);
    await expectProof(db);
  });

  it("of a parcel that was never sent, or of another amount, is put before a person", async () => {
    const [unsent, less] = [await sent({ isShipped: false }), await sent()];
    const { settlement } = await bringCourier([
      { reference: unsent.tracking, gross: 3000 },
      { reference: less.tracking, gross: 2500 },
      { reference: "LE000", gross: 1 },
    ]);
    expect(settlement.outcomes).toMatchObject({ settled: 0, differing: 2, missing_here: 1 });
    expect(await paymentOf(unsent.id)).toMatchObject({ status: "pending" });
    expect(await paymentOf(less.id)).toMatchObject({ status: "pending", settledAt: null });
    const reviews = await db.select().from(reviewItems).where(eq(reviewItems.paymentId, less.id));
    expect(reviews).toMatchObject([{ kind: "settlement_differs", facts: { why: "other_amount" } }]);
    const query = { fileId: settlement.id, outcome: "differing", page: 1, page_size: 20 } as const;
    expect((await listRows(await admin(), query)).rows).toMatchObject([
      { line: 2, payment_id: unsent.id, order_number: unsent.number },
      { line: 3, payment_id: less.id, order_id: less.orderId },
    ]);
    await expectProof(db);
  });

  it("while staff record the same cash, twenty at once, is recorded once", async () => {
    const parcel = await sent();
    const by = await staff();
    const { done, refused } = await atOnce(20, async (lane) =>
      lane % 2 === 0
        ? recordCash(by, { paymentId: parcel.id })
        : bringCourier([
            { reference: parcel.tracking, gross: 3000 },
            { reference: `none-${lane}`, gross: 1 },
          ]),
    );
    expect(done.length + refused.length).toBe(20);
    expect(await movementsOf(parcel.id)).toHaveLength(3);
    expect(await db.$count(settlementRows, eq(settlementRows.paymentId, parcel.id))).toBe(10);
    await expectProof(db);
  });
});

it("cash that somebody records at this moment is waited for", async () => {
  const parcel = await sent();
  const by = await staff();
  const { waiting } = await db.transaction(async (tx) => {
    await recordCash({ ...by, db: tx }, { paymentId: parcel.id });
    const file = bringCourier([{ reference: parcel.tracking, gross: 3000 }]);
    await untilWaiting(db);
    return { waiting: file };
  });
  expect((await waiting).settlement.outcomes).toMatchObject({ settled: 1 });
  expect(await movementsOf(parcel.id)).toHaveLength(3);
});

it("a row below nothing takes back a refund that was made, once for each", async () => {
  const parcel = await sent();
  const ctx = await admin();
  await recordCash(ctx, { paymentId: parcel.id });
  const refund = (reason: string) => refundPayment(ctx, { paymentId: parcel.id, amount: "1000", reason });
  await bringCourier([{ reference: parcel.tracking, gross: 3000 }]);
  await refund("One was cracked");
  const back = { reference: parcel.tracking, gross: -1000, fee: 0 };
  expect((await bringCourier([back, back])).settlement.outcomes).toMatchObject({ given_back: 1, repeated: 1 });
  const other = { ...back, gross: -2000 };
  expect((await bringCourier([back, other])).settlement.outcomes).toMatchObject({ repeated: 1, differing: 1 });
  await expectProof(db);
});

describe("cash that is not the shop's yet", () => {
  const list = async (place: "on_the_road" | "collected", courier: string) =>
    (await listCash(await staff(), { place, courier, page: 1, page_size: 50 })).rows;

  it("is on the road until it is recorded, then with the courier until it is paid out", async () => {
    const [parcel, other] = [await sent({ courier: "TCS" }), await sent({ courier: "TCS" })];
    const road = await list("on_the_road", "TCS");
    expect(road).toMatchObject([
      { payment_id: parcel.id, tracking_number: parcel.tracking, amount: "3000.00", days: 0 },
      { payment_id: other.id },
    ]);
    const nobody = { recorded: [parcel.id], refused: [{ payment_id: 999_999, code: "payment_not_found" }] };
    expect(await recordCashOfMany(await staff(), { payment_ids: [parcel.id, 999_999, parcel.id] })).toEqual(nobody);
    expect(await list("on_the_road", "TCS")).toMatchObject([{ payment_id: other.id }]);
    expect(await list("collected", "TCS")).toMatchObject([{ payment_id: parcel.id }]);
    expect((await sumCash(await staff())).find(({ courier }) => courier === "TCS")).toEqual({
      courier: "TCS",
      on_the_road: { orders: 1, amount: "3000.00", oldest_days: 0 },
      collected: { orders: 1, amount: "3000.00", oldest_days: 0 },
    });
    await bringCourier([{ reference: parcel.tracking, gross: 3000 }]);
    expect(await list("collected", "TCS")).toEqual([]);
  });

  it("is staff's to see and to record", async () => {
    const shopper = await somebody(db);
    const refusal = { code: "forbidden" };
    await expect(sumCash(shopper)).rejects.toMatchObject(refusal);
    await expect(listCash(shopper, { place: "collected", page: 1, page_size: 1 })).rejects.toMatchObject(refusal);
    await expect(recordCashOfMany(shopper, { payment_ids: [1] })).rejects.toMatchObject(refusal);
  });
});
