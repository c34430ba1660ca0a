import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { auditLog } from "@/db/schema/operations";
import { orders } from "@/db/schema/orders";
import { reviewItems } from "@/db/schema/reviews";
import { settlementRows } from "@/db/schema/settlements";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, somebody } from "@/db/test-fixtures";
import { returned } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { untilWaiting } from "@/db/test-waiting";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { recordCash } from "@/lib/payments/record-cash";
import { refundPayment } from "@/lib/refunds/refund-payment";
import { resolveReview } from "@/lib/reviews/resolve-review";
import { openReview } from "@/lib/reviews/open-review";
import { matchAgain } from "@/lib/settlements/match-again";
import { bring, csvOf } from "@/lib/settlements/test-files";
import { movedByFiles, paid, paymentOf, sent } from "@/lib/settlements/test-parcels";

const { db } = testDatabase({ max: 20 });

const staff = () => somebody(db, { role: "staff" });

/** A file of one row that does not fit, and the item that asks about it. */
async function asked(line: Parameters<typeof csvOf>[1][number], source: "gateway" | "courier" = "courier") {
  const { settlement } = await bring(await staff(), { source, text: csvOf(source, [line]) });
  const [row] = await db.select().from(settlementRows).where(eq(settlementRows.fileId, settlement.id));
  const [item] = await db
    .select()
    .from(reviewItems)
    .where(eq(reviewItems.settlementRowId, row?.id ?? 0));
  if (!row || !item) throw new Error("nothing was asked");
  return { reviewId: item.id, rowId: row.id };
}
const track = (orderId: number, trackingNumber: string) =>
  db.update(orders).set({ trackingNumber }).where(eq(orders.id, orderId));

describe("a row that did not fit, matched again", () => {
  it("settles its payment once the shop knows it, closes its question, and is over then", async () => {
    const parcel = await sent(db);
    const { reviewId, rowId } = await asked({ reference: "LE-late", gross: 3000, fee: 200, tax: 48 });
    await track(parcel.orderId, "le-LATE ");
    const by = await staff();
    const { outcome, why, review } = await matchAgain(by, { reviewId });
    expect([outcome, why]).toEqual(["settled", null]);
    expect(review).toMatchObject({
      closed_by: `user:${by.actor.userId}`,
      resolution: "Matched again: it is paid out.",
    });
    expect(await paymentOf(db, parcel.id)).toMatchObject({ status: "completed", settledAt: by.now });
    expect(await movedByFiles(db, parcel.id)).toEqual([
      ["courier", "bank", 275_200, "settled"],
      ["courier", "fee", 20_000, "fee"],
      ["courier", "tax_withheld", 4800, "tax"],
    ]);
    const [entry] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `settlement_row:${rowId}`));
    expect(entry).toMatchObject({
      action: "settlement.match_again",
      before: { outcome: "missing_here", payment: null },
      after: { outcome: "settled", payment: parcel.id },
    });
    await expect(matchAgain(by, { reviewId })).rejects.toMatchObject({ code: "review_item_closed" });
    await expectProof(db);
  });

  it("that still does not fit says why now, names its payment, and stays open", async () => {
    const parcel = await sent(db, { isShipped: false });
    const { reviewId, rowId } = await asked({ reference: "LE-unsent", gross: 3000 });
    await track(parcel.orderId, "LE-unsent");
    for (const _ of [1, 2]) {
      const { outcome, why, review } = await matchAgain(await staff(), { reviewId });
      expect([outcome, why]).toEqual(["differing", "not_paid"]);
      expect(review).toMatchObject({ closed_at: null, payment_id: parcel.id, facts: { why: "not_paid" } });
    }
    expect(await movedByFiles(db, parcel.id)).toEqual([]);
    expect(await db.$count(auditLog, eq(auditLog.subject, `settlement_row:${rowId}`))).toBe(1);
    await expectProof(db);
  });

  it("names its row alone where its payment has an open question already", async () => {
    const parcel = await sent(db);
    await asked({ reference: parcel.tracking, gross: 2999 });
    const { reviewId } = await asked({ reference: "LE-second", gross: 2998 });
    await track(parcel.orderId, "LE-second");
    const { why, review } = await matchAgain(await staff(), { reviewId });
    const [item] = await db.select().from(reviewItems).where(eq(reviewItems.id, reviewId));
    expect([why, item?.paymentId, review.payment_id]).toEqual(["other_amount", null, parcel.id]);
    await expectProof(db);
  });

  it("of JazzCash's is settled after the news of it, and takes a refund back after that was made", async () => {
    const { payment } = await anAttempt(await somebody(db));
    const late = await asked({ reference: payment.transaction_id, gross: 3000 }, "gateway");
    await receiveNotice(gateway(db), returned(payment), "return");
    expect(await matchAgain(await staff(), late)).toMatchObject({ outcome: "settled" });
    const parcel = await sent(db);
    const admin = await somebody(db, { role: "admin" });
    await recordCash(admin, { paymentId: parcel.id });
    const back = await asked({ reference: parcel.tracking, gross: -1000, fee: 0 });
    await refundPayment(admin, { paymentId: parcel.id, amount: "1000", reason: "One was cracked" });
    expect(await matchAgain(admin, back)).toMatchObject({ outcome: "given_back" });
    expect(await movedByFiles(db, parcel.id)).toEqual([["bank", "courier", 100_000, "settled_back"]]);
    await expectProof(db);
  });

  it("that another file brought meanwhile moves nothing and is closed", async () => {
    const parcel = await sent(db);
    const line = { reference: "LE-twice", gross: 3000 };
    const { reviewId } = await asked(line);
    await track(parcel.orderId, line.reference);
    await bring(await staff(), {
      source: "courier",
      text: csvOf("courier", [line, { reference: "LE-none", gross: 1 }]),
    });
    const before = await movedByFiles(db, parcel.id);
    expect(await matchAgain(await staff(), { reviewId })).toMatchObject({ outcome: "repeated", why: null });
    expect(await movedByFiles(db, parcel.id)).toEqual(before);
    await expectProof(db);
  });

  it("by twenty at once, and beside twenty files that say the same, moves its money once", async () => {
    const [parcel, other] = [await sent(db), await sent(db)];
    const [line, beside] = [
      { reference: "LE-raced", gross: 3000 },
      { reference: "LE-beside", gross: 3000 },
    ];
    const [one, two] = [await asked(line), await asked(beside)];
    await track(parcel.orderId, line.reference);
    await track(other.orderId, beside.reference);
    const people = await Promise.all(Array.from({ length: 20 }, staff));
    const raced = await atOnce(20, (lane) => matchAgain(people[lane]!, one));
    expect(raced.done).toHaveLength(1);
    expect(raced.refused).toEqual(Array.from({ length: 19 }, () => "review_item_closed"));
    const text = (lane: number) => csvOf("courier", [beside, { reference: `none-${lane}`, gross: 1 }]);
    const mixed = await atOnce(20, async (lane) =>
      lane % 2 === 0
        ? void (await matchAgain(people[lane]!, two))
        : void (await bring(people[lane]!, { source: "courier", text: text(lane) })),
    );
    expect(mixed.done.length + mixed.refused.length).toBe(20);
    for (const { id } of [parcel, other]) expect(await movedByFiles(db, id)).toHaveLength(2);
    await expectProof(db);
  });

  it("waits for somebody who closes its question at this moment, and moves nothing then", async () => {
    const parcel = await sent(db);
    const { reviewId } = await asked({ reference: "LE-closing", gross: 3000 });
    await track(parcel.orderId, "LE-closing");
    const by = await staff();
    const { waiting } = await db.transaction(async (tx) => {
      await resolveReview({ ...by, db: tx }, { reviewId, action: "close", resolution: "Not ours." });
      const matching = expect(matchAgain(by, { reviewId })).rejects.toMatchObject({ code: "review_item_closed" });
      await untilWaiting(db);
      return { waiting: matching };
    });
    await waiting;
    expect(await movedByFiles(db, parcel.id)).toEqual([]);
    await expectProof(db);
  });

  it("is the staff's to ask for, of an open item about a row", async () => {
    const { reviewId } = await asked({ reference: "LE-nobody", gross: 1 });
    await expect(matchAgain(await somebody(db), { reviewId })).rejects.toMatchObject({ code: "forbidden" });
    const none = { code: "review_item_not_found" };
    await expect(matchAgain(await staff(), { reviewId: 999_999 })).rejects.toMatchObject(none);
    const { id } = await paid(db);
    await openReview(db, id, "unknown_field", {}, (await staff()).now);
    const [item] = await db.select().from(reviewItems).where(eq(reviewItems.paymentId, id));
    await expect(matchAgain(await staff(), { reviewId: item?.id ?? 0 })).rejects.toMatchObject({ code: "conflict" });
  });
});
