import { eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { moneyMovements } from "@/db/schema/movements";
import { payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { settlementFiles, settlementRows } from "@/db/schema/settlements";
import { testDatabase } from "@/db/test-database";
import { anAttempt, laterOn, somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { untilWaiting } from "@/db/test-waiting";
import { listUnsettled } from "@/lib/settlements/list-unsettled";
import { bring, csvOf } from "@/lib/settlements/test-files";
import { paid as paidByJazzCash } from "@/lib/settlements/test-parcels";

const { db } = testDatabase({ max: 20 });

const admin = () => somebody(db, { role: "admin" });

const paid = () => paidByJazzCash(db);
const rowsOf = (fileId: number) =>
  db.select().from(settlementRows).where(eq(settlementRows.fileId, fileId)).orderBy(settlementRows.line);
const settledMovements = (ids: number[]) =>
  db
    .select()
    .from(moneyMovements)
    .where(inArray(moneyMovements.paymentId, ids))
    .orderBy(moneyMovements.id)
    .then((rows) => rows.filter(({ fromAccount }) => fromAccount !== "customer"));
const reviewsOf = async (fileId: number) => {
  const ids = (await rowsOf(fileId)).map(({ id }) => id);
  return db.select().from(reviewItems).where(inArray(reviewItems.settlementRowId, ids)).orderBy(reviewItems.id);
};

describe("what JazzCash says it has paid out", () => {
  it("is settled by our reference or its own, each amount a movement out of the gateway's account", async () => {
    const [one, other] = [await paid(), await paid()];
    const [stored] = await db.select().from(payments).where(eq(payments.id, other.id));
    const text = csvOf("gateway", [
      { reference: one.reference, gross: 3000, fee: 60, tax: 9.6 },
      { reference: stored?.gatewayReference ?? "", gross: 3000, fee: 0, tax: 0 },
    ]);
    const { settlement, isNew } = await bring(await admin(), { text });
    expect(isNew).toBe(true);
    expect(settlement).toMatchObject({ rows: 2, gross: "6000.00", fee: "60.00", tax: "9.60", net: "5930.40" });
    expect(settlement.outcomes).toMatchObject({ settled: 2, repeated: 0, missing_here: 0, differing: 0 });
    const movements = [await settledMovements([one.id]), await settledMovements([other.id])];
    expect(
      movements.map((of) => of.map((one) => [one.fromAccount, one.toAccount, one.amountPaisa, one.reference])),
    ).toEqual([
      [
        ["gateway", "bank", 293_040, `settled:${one.reference}`],
        ["gateway", "fee", 6000, `fee:${one.reference}`],
        ["gateway", "tax_withheld", 960, `tax:${one.reference}`],
      ],
      [["gateway", "bank", 300_000, `settled:${other.reference}`]],
    ]);
    await expectProof(db);
  });

  it("and differs opens one review for each row, and moves nothing", async () => {
    const [less, open] = [await paid(), (await anAttempt(await somebody(db))).payment];
    const cash = (await anAttempt(await somebody(db), "cash_on_delivery")).payment;
    const text = csvOf("gateway", [
      { reference: less.reference, gross: 2999 },
      { reference: less.reference, gross: 2998 },
      { reference: open.transaction_id, gross: 3000 },
      { reference: cash.transaction_id, gross: 3000 },
      { reference: "T20261126NOBODYS", gross: 10 },
      { reference: less.reference, gross: -3000 },
    ]);
    const { settlement } = await bring(await admin(), { text });
    expect(settlement.outcomes).toMatchObject({ settled: 0, differing: 5, missing_here: 1 });
    const reviews = await reviewsOf(settlement.id);
    expect(reviews.map(({ paymentId, facts }) => [paymentId, facts.why])).toEqual([
      [less.id, "other_amount"],
      [null, "other_amount"],
      [open.payment_id, "not_paid"],
      [cash.payment_id, "other_method"],
      [null, "unknown_reference"],
      [null, "no_such_refund"],
    ]);
    expect(reviews[0]?.facts).toMatchObject({
      line: 2,
      said_amount: "2999.00",
      our_amount: "3000.00",
      our_status: "completed",
    });
    expect(await settledMovements([less.id, open.payment_id, cash.payment_id])).toEqual([]);
    await expectProof(db);
  });

  it("twice in files that overlap is settled once, and what is new in the second is settled", async () => {
    const [one, two, three] = [await paid(), await paid(), await paid()];
    const ctx = await admin();
    const line = ({ reference }: { reference: string }) => ({ reference, gross: 3000 });
    await bring(ctx, { text: csvOf("gateway", [one, two].map(line)) });
    const { settlement } = await bring(ctx, { text: csvOf("gateway", [two, three, three].map(line)) });
    expect(settlement.outcomes).toMatchObject({ settled: 1, repeated: 2, differing: 0 });
    expect(await settledMovements([one.id, two.id, three.id])).toHaveLength(6);
    await expectProof(db);
  });
});

describe("the same file again", () => {
  it("changes nothing and answers the same, whatever it is called", async () => {
    const { reference, id } = await paid();
    const ctx = await admin();
    const text = csvOf("gateway", [{ reference, gross: 3000 }]);
    const first = await bring(ctx, { text });
    const again = await bring(laterOn(ctx, 60), { text, name: "copy.csv", columns: null });
    expect(again).toEqual({ settlement: first.settlement, isNew: false });
    expect(await settledMovements([id])).toHaveLength(2);
  });

  it("twenty times at once is one, and twenty overlapping files settle each payment once", async () => {
    const all = await Promise.all(Array.from({ length: 5 }, paid));
    const ctx = await admin();
    const text = csvOf(
      "gateway",
      all.map(({ reference }) => ({ reference, gross: 3000 })),
    );
    const same = await atOnce(20, () => bring(ctx, { text }));
    expect(new Set(same.done.map(({ settlement }) => settlement.id)).size).toBe(1);
    expect(same.done.filter(({ isNew }) => isNew)).toHaveLength(1);
    const more = await Promise.all(Array.from({ length: 5 }, paid));
    const lines = more.map(({ reference }) => ({ reference, gross: 3000 }));
    const { done } = await atOnce(20, (lane) =>
      bring(ctx, { text: csvOf("gateway", [...lines, { reference: `T${lane}`, gross: 1 }]) }),
    );
    const settled = done.reduce((sum, { settlement }) => sum + settlement.outcomes.settled, 0);
    expect([done.length, settled]).toEqual([20, 5]);
    await expectProof(db);
  });
});

it("waits for a file that another process takes in", async () => {
  const { id, reference } = await paid();
  const ctx = await admin();
  await db
    .transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('settlements', 0))`);
      const waiting = bring(ctx, { text: csvOf("gateway", [{ reference, gross: 3000 }]) });
      await untilWaiting(db);
      return { waiting };
    })
    .then(({ waiting }) => waiting);
  expect(await settledMovements([id])).toHaveLength(2);
});

describe("a file that cannot be right", () => {
  it("is told by line, and nothing of it is taken in", async () => {
    const { id, reference } = await paid();
    const before = await db.$count(settlementFiles);
    const text = csvOf("gateway", [
      { reference, gross: 3000 },
      { reference, gross: 3000, fee: 60, net: 2900 },
      { reference, gross: 3000, date: "2026-31-12" },
      { reference: "", gross: 3000 },
      { reference, gross: 10, fee: -5, net: 15 },
    ]).concat("\r\nT1,three thousand,0,0,0,26/11/2026\r\nT1,3000,0,0,,26/11/2026");
    await expect(bring(await admin(), { text })).rejects.toMatchObject({
      code: "invalid_input",
      extra: {
        reason: "rows_wrong",
        rows: [
          { row: 3, code: "wrong_sum", field: "gross", said: "3000.00", expected: "2960.00" },
          { row: 4, code: "bad_day", field: "date", said: "2026-31-12" },
          { row: 5, code: "no_reference", field: "reference" },
          { row: 6, code: "wrong_signs" },
          { row: 7, code: "bad_amount", field: "gross", said: "three thousand" },
          { row: 8, code: "no_amount", field: "net", said: "" },
        ],
      },
    });
    expect(await db.$count(settlementFiles)).toBe(before);
    expect(await settledMovements([id])).toEqual([]);
  });

  it.each(["", "\ufeff", "Txn Ref No,Gross Amount,MDR,FED,Net Amount,Settlement Date", 'a,"b'])("%j", async (text) => {
    await expect(bring(await admin(), { text })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("with quotation marks that do not belong together is told by its row", async () => {
    const text = `${csvOf("gateway", [{ reference: "T1", gross: 10 }])}\r\n"T2"x,1,0,0,1,26/11/2026`;
    await expect(bring(await admin(), { text })).rejects.toMatchObject({
      extra: { reason: "rows_wrong", rows: [{ row: 3, code: "broken_quotes" }] },
    });
  });

  it("is the staff's to bring, and nobody else's", async () => {
    const shopper = await somebody(db);
    await expect(bring(shopper, { text: "a" })).rejects.toMatchObject({ code: "forbidden" });
    const page = { source: "gateway", page: 1, page_size: 20 } as const;
    await expect(listUnsettled(shopper, page)).rejects.toMatchObject({ code: "forbidden" });
    const staff = await somebody(db, { role: "staff" });
    const text = csvOf("gateway", [{ reference: "T-of-staff", gross: 10 }]);
    expect((await bring(staff, { text })).settlement.uploaded_by).toBe(staff.actor.userId);
  });
});
