import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { moneyMovements } from "@/db/schema/movements";
import { orders } from "@/db/schema/orders";
import { settlementRows } from "@/db/schema/settlements";
import { testDatabase } from "@/db/test-database";
import { somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { bring, csvOf } from "@/lib/settlements/test-files";
import { movedByFiles, paid, paymentOf, sent } from "@/lib/settlements/test-parcels";

const { db } = testDatabase({ max: 20 });

type Lines = Parameters<typeof csvOf>[1];
const bringCourier = async (lines: Lines) =>
  (await bring(await somebody(db, { role: "staff" }), { source: "courier", text: csvOf("courier", lines) })).settlement;
const rowsOf = (fileId: number) =>
  db.select().from(settlementRows).where(eq(settlementRows.fileId, fileId)).orderBy(settlementRows.line);

const FEE = { gross: 0, fee: 150, tax: 24 };
const MOVED = [
  ["bank", "courier", 17_400, "settled_back"],
  ["courier", "fee", 15_000, "fee"],
  ["courier", "tax_withheld", 2400, "tax"],
];

describe("a courier's fee without cash", () => {
  it("is taken for a parcel that came back and for one that JazzCash was paid for, and pays nothing out", async () => {
    const [parcel, prepaid] = [await sent(db), await paid(db)];
    await db.update(orders).set({ trackingNumber: "TCS 99" }).where(eq(orders.id, prepaid.orderId));
    const { outcomes, id } = await bringCourier([
      { reference: parcel.tracking, ...FEE },
      { reference: "tcs99", ...FEE },
    ]);
    expect(outcomes).toMatchObject({ charged: 2, differing: 0, missing_here: 0 });
    expect((await rowsOf(id)).map(({ paymentId }) => paymentId)).toEqual([parcel.id, prepaid.id]);
    for (const one of [parcel, prepaid]) {
      expect(await movedByFiles(db, one.id)).toEqual(MOVED);
      expect(await paymentOf(db, one.id)).toMatchObject({ settledAt: null });
    }
    expect(await bringCourier([{ reference: parcel.tracking, gross: 3000 }])).toMatchObject({
      outcomes: { settled: 1 },
    });
    await expectProof(db);
  });

  it("for a parcel that nobody knows, or one of several, names no payment", async () => {
    const [one, other] = [await sent(db), await sent(db)];
    await db.update(orders).set({ trackingNumber: one.tracking }).where(eq(orders.id, other.orderId));
    const settlement = await bringCourier([
      { reference: "LE-unknown", ...FEE },
      { reference: one.tracking, ...FEE },
    ]);
    expect(settlement).toMatchObject({ outcomes: { charged: 2 }, gross: "0.00", fee: "300.00", net: "-348.00" });
    for (const { id, paymentId } of await rowsOf(settlement.id)) {
      expect(paymentId).toBeNull();
      const moved = await db.select().from(moneyMovements).where(eq(moneyMovements.settlementRowId, id));
      expect(moved.map(({ paymentId, amountPaisa }) => [paymentId, amountPaisa])).toEqual([
        [null, 17_400],
        [null, 15_000],
        [null, 2400],
      ]);
    }
    await expectProof(db);
  });

  it("said again is the same one, however it is written; another day is another fee", async () => {
    const { tracking, id } = await sent(db);
    const again = [
      { reference: tracking, ...FEE },
      { reference: tracking.toLowerCase().replace("le", "l e"), ...FEE },
    ];
    expect((await bringCourier(again)).outcomes).toMatchObject({ charged: 1, repeated: 1 });
    const later = { reference: tracking, ...FEE, date: "25/11/2026" };
    expect((await bringCourier([...again, later])).outcomes).toMatchObject({ charged: 1, repeated: 2 });
    expect(await movedByFiles(db, id)).toEqual([...MOVED, ...MOVED]);
    await expectProof(db);
  });

  it("in twenty files at once is taken once", async () => {
    const { tracking, id } = await sent(db);
    const { done } = await atOnce(20, (lane) =>
      bringCourier([
        { reference: tracking, ...FEE },
        { reference: `none-${lane}`, gross: 1 },
      ]),
    );
    expect(done.reduce((sum, { outcomes }) => sum + outcomes.charged, 0)).toBe(1);
    expect(await movedByFiles(db, id)).toEqual(MOVED);
    await expectProof(db);
  });

  it("may be more than the cash that is paid out with it", async () => {
    const { tracking, id } = await sent(db);
    expect((await bringCourier([{ reference: tracking, gross: 3000, fee: 3100 }])).outcomes).toMatchObject({
      settled: 1,
    });
    expect(await movedByFiles(db, id)).toEqual([
      ["bank", "courier", 10_000, "settled_back"],
      ["courier", "fee", 310_000, "fee"],
    ]);
    await expectProof(db);
  });

  it("of nothing at all moves nothing", async () => {
    const { tracking, id } = await sent(db);
    expect((await bringCourier([{ reference: tracking, gross: 0 }])).outcomes).toMatchObject({ charged: 1 });
    expect(await movedByFiles(db, id)).toEqual([]);
    await expectProof(db);
  });
});

it("a tracking number is known in small letters and with spaces, on either side", async () => {
  const [one, other] = [await sent(db), await sent(db)];
  await db.update(orders).set({ trackingNumber: "kh 77-Ab" }).where(eq(orders.id, one.orderId));
  const { outcomes } = await bringCourier([
    { reference: "KH77-aB", gross: 3000 },
    { reference: ` ${other.tracking.toLowerCase()}`, gross: 3000 },
    { reference: "KH77Ab", gross: 3000 },
  ]);
  expect(outcomes).toMatchObject({ settled: 2, missing_here: 1 });
  await expectProof(db);
});
