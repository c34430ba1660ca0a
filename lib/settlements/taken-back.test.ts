import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { orders } from "@/db/schema/orders";
import { reviewItems } from "@/db/schema/reviews";
import { testDatabase } from "@/db/test-database";
import { laterOn, somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { recordCash } from "@/lib/payments/record-cash";
import { refundPayment } from "@/lib/refunds/refund-payment";
import { bring, csvOf } from "@/lib/settlements/test-files";
import { movedByFiles, sent } from "@/lib/settlements/test-parcels";

const { db } = testDatabase({ max: 20 });

const admin = () => somebody(db, { role: "admin" });
type Lines = Parameters<typeof csvOf>[1];
const outcomesOf = async (lines: Lines) =>
  (await bring(await admin(), { source: "courier", text: csvOf("courier", lines) })).settlement.outcomes;

/** Cash of Rs 3,000 that was collected, and so many times Rs 1,000 of it given back. */
async function givenBack(times = 1) {
  const parcel = await sent(db);
  const ctx = await admin();
  await recordCash(ctx, { paymentId: parcel.id });
  for (let nth = 0; nth < times; nth++) {
    await refundPayment(laterOn(ctx, 2 * nth), {
      paymentId: parcel.id,
      amount: "1000",
      reason: `Vase ${nth} was cracked`,
    });
  }
  return parcel;
}

describe("a row that takes a refund back", () => {
  it("moves it out of the bank, and its fee and tax as they are said", async () => {
    const parcel = await givenBack();
    const { settlement } = await bring(await admin(), {
      source: "courier",
      text: csvOf("courier", [
        { reference: parcel.tracking, gross: 3000, fee: 60, tax: 10 },
        { reference: parcel.tracking, gross: -1000, fee: -20, tax: -3 },
      ]),
    });
    expect(settlement).toMatchObject({ gross: "2000.00", fee: "40.00", tax: "7.00", net: "1953.00" });
    expect(await movedByFiles(db, parcel.id)).toEqual([
      ["courier", "bank", 293_000, "settled"],
      ["courier", "fee", 6000, "fee"],
      ["courier", "tax_withheld", 1000, "tax"],
      ["bank", "courier", 97_700, "settled_back"],
      ["fee", "courier", 2000, "fee_back"],
      ["tax_withheld", "courier", 300, "tax_back"],
    ]);
    await expectProof(db);
  });

  it("may cost a fee of its own", async () => {
    const parcel = await givenBack();
    await outcomesOf([{ reference: parcel.tracking, gross: -1000, fee: 30 }]);
    expect(await movedByFiles(db, parcel.id)).toEqual([
      ["bank", "courier", 103_000, "settled_back"],
      ["courier", "fee", 3000, "fee"],
    ]);
    await expectProof(db);
  });

  it("otherwise than a row before is put before a person, and moves nothing", async () => {
    const parcel = await givenBack();
    const back = { reference: parcel.tracking, gross: -1000, fee: 0 };
    expect(await outcomesOf([back])).toMatchObject({ given_back: 1 });
    expect(await outcomesOf([back, { ...back, date: "25/11/2026" }])).toMatchObject({ repeated: 1, differing: 1 });
    expect(await movedByFiles(db, parcel.id)).toHaveLength(1);
    await expectProof(db);
  });

  it("of two alike is told from the one that a file before has had", async () => {
    const parcel = await givenBack(2);
    const back = { reference: parcel.tracking, gross: -1000, fee: 0 };
    const later = { ...back, fee: -20, date: "24/11/2026" };
    expect(await outcomesOf([back])).toMatchObject({ given_back: 1 });
    expect(await outcomesOf([back, later])).toMatchObject({ repeated: 1, given_back: 1 });
    expect((await movedByFiles(db, parcel.id)).map(([, , amount]) => amount)).toEqual([100_000, 98_000, 2000]);
    const twins = await givenBack(2);
    const twin = { reference: twins.tracking, gross: -1000, fee: 0 };
    expect(await outcomesOf([twin])).toMatchObject({ given_back: 1 });
    expect(await outcomesOf([twin, twin])).toMatchObject({ repeated: 1, given_back: 1 });
    expect(await outcomesOf([twin, twin, { ...twin, reference: "LE-none" }])).toMatchObject({ repeated: 2 });
    await expectProof(db);
  });

  it("under a number of two parcels is the one's that was refunded, and a person's to tell where both were", async () => {
    const [one, other] = [await givenBack(0), await givenBack(1)];
    await db.update(orders).set({ trackingNumber: one.tracking }).where(eq(orders.id, other.orderId));
    const back = { reference: one.tracking, gross: -1000, fee: 0 };
    expect(await outcomesOf([back])).toMatchObject({ given_back: 1 });
    expect((await movedByFiles(db, other.id)).map(([, , amount]) => amount)).toEqual([100_000]);
    const both = [await givenBack(1), await givenBack(1)] as const;
    await db.update(orders).set({ trackingNumber: both[0].tracking }).where(eq(orders.id, both[1].orderId));
    const row = { ...back, reference: both[0].tracking };
    expect(await outcomesOf([row, row])).toMatchObject({ differing: 2, repeated: 0, given_back: 0 });
    const named = both.map(({ number }) => ({ ...row, reference: number }));
    expect(await outcomesOf(named)).toMatchObject({ given_back: 2 });
    await expectProof(db);
  });

  it("in twenty files at once moves once for each refund", async () => {
    const parcel = await givenBack(2);
    const back = { reference: parcel.tracking, gross: -1000, fee: 0 };
    const { done } = await atOnce(20, (lane) => outcomesOf([back, back, { reference: `none-${lane}`, gross: 1 }]));
    expect(done.reduce((sum, { given_back }) => sum + given_back, 0)).toBe(2);
    expect(await movedByFiles(db, parcel.id)).toHaveLength(2);
    await expectProof(db);
  });
});

describe("a payment that a file pays out a second time", () => {
  it.each([
    ["fee", { fee: 61 }],
    ["day", { date: "25/11/2026" }],
    ["tax", { tax: 1 }],
  ])("with another %s is put before a person; the same row is not", async (_, other) => {
    const { tracking, id } = await givenBack(0);
    const line = { reference: tracking, gross: 3000, fee: 60 };
    expect(await outcomesOf([line, line])).toMatchObject({ settled: 1, repeated: 1 });
    const before = await movedByFiles(db, id);
    expect(await outcomesOf([line, { ...line, ...other }])).toMatchObject({ repeated: 1, differing: 1 });
    expect(await movedByFiles(db, id)).toEqual(before);
    await expectProof(db);
  });

  it("in the same file says what was paid out before", async () => {
    const { tracking, id } = await givenBack(0);
    const line = { reference: tracking, gross: 3000, fee: 60 };
    await outcomesOf([line, { ...line, fee: 50 }]);
    const facts = { why: "paid_out_again", settled_net: "2940.00", said_net: "2950.00", settled_on: "2026-11-26" };
    const [item] = await db.select().from(reviewItems).where(eq(reviewItems.paymentId, id));
    expect(item?.facts).toMatchObject(facts);
  });
});
