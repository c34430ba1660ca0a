import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "@/db/client";
import { payments, refunds } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, later, NOON, somebody } from "@/db/test-fixtures";
import { returned } from "@/db/test-notices";
import { claimDuePayments } from "@/lib/payments/claim-due-payments";
import { nextInquiry } from "@/lib/payments/next-inquiry";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { paisa } from "@/lib/shared/money";

const { inTransaction } = testDatabase();

type Changes = Partial<typeof payments.$inferInsert>;
type Case = {
  is: string;
  paid?: true;
  changes?: Changes;
  refund?: Partial<typeof refunds.$inferInsert>;
  next: number | null;
};

/** Minutes after noon at which the gateway is asked; null: it is asked no more. */
const CASES: Case[] = [
  { is: "one that was opened", next: 10 },
  { is: "one asked about once", changes: { lastInquiredAt: later(NOON, 12), inquiryCount: 1 }, next: 22 },
  { is: "one asked about four times", changes: { lastInquiredAt: later(NOON, 50), inquiryCount: 4 }, next: 130 },
  { is: "one asked about for days", changes: { lastInquiredAt: NOON, inquiryCount: 30 }, next: 360 },
  { is: "one closed by the shop", changes: { status: "cancelled" }, next: 10 },
  { is: "one that failed", changes: { status: "failed", endedAt: NOON }, next: null },
  {
    is: "one that failed and was named by a refused message",
    changes: { status: "failed", endedAt: NOON, lastInquiredAt: NOON, inquiryWantedAt: later(NOON, 7) },
    next: 7,
  },
  {
    is: "one that was asked about since such a message",
    changes: { status: "failed", endedAt: NOON, lastInquiredAt: later(NOON, 8), inquiryWantedAt: later(NOON, 7) },
    next: null,
  },
  { is: "one that was paid", paid: true, next: 60 },
  {
    is: "one that was paid and asked about at once",
    paid: true,
    changes: { lastInquiredAt: later(NOON, 5) },
    next: 60,
  },
  {
    is: "one that was asked about often before it was paid",
    paid: true,
    changes: { lastInquiredAt: later(NOON, 50), inquiryCount: 6 },
    next: 60,
  },
  {
    is: "one whose confirmation was asked for in vain",
    paid: true,
    changes: { lastInquiredAt: later(NOON, 61), inquiryCount: 2 },
    next: 81,
  },
  { is: "one that was confirmed", paid: true, changes: { confirmedAt: later(NOON, 61) }, next: null },
  {
    is: "one with a refund under way",
    paid: true,
    changes: { confirmedAt: NOON },
    refund: { createdAt: later(NOON, 90) },
    next: 100,
  },
  {
    is: "one with a refund asked about twice",
    paid: true,
    changes: { confirmedAt: NOON },
    refund: { lastInquiredAt: later(NOON, 120), inquiryCount: 2 },
    next: 140,
  },
];

async function arrange(tx: Database, { paid, changes, refund }: Case) {
  const { payment } = await anAttempt(await somebody(tx));
  if (paid) await receiveNotice(gateway(tx), returned(payment), "return");
  const isIt = eq(payments.id, payment.payment_id);
  if (changes) await tx.update(payments).set(changes).where(isIt);
  const begun = {
    paymentId: payment.payment_id,
    amountPaisa: paisa(1),
    way: "card",
    reason: "",
    actor: "user:1",
  } as const;
  const [underWay] = refund
    ? await tx
        .insert(refunds)
        .values({ ...begun, createdAt: NOON, updatedAt: NOON, ...refund })
        .returning()
    : [];
  const [row] = await tx.select().from(payments).where(isIt);
  if (!row) throw new Error("no payment");
  return { row, underWay: underWay ?? null };
}

for (const example of CASES) {
  test(
    `${example.is} is asked about at the very moment at which the reconciliation claims it`,
    inTransaction(async (tx) => {
      const { row, underWay } = await arrange(tx, example);
      const next = nextInquiry(row, underWay);
      expect(next).toEqual(example.next === null ? null : later(NOON, example.next));
      const claimed = async (now: Date) => (await claimDuePayments(tx, { now, most: 5 })).map(({ id }) => id);
      if (next === null) return expect(await claimed(later(NOON, 100_000))).toEqual([]);
      expect(await claimed(new Date(next.getTime() - 1))).toEqual([]);
      expect(await claimed(next)).toEqual([row.id]);
    }),
  );
}

test(
  "cash is never asked about",
  inTransaction(async (tx) => {
    const { payment } = await anAttempt(await somebody(tx), "cash_on_delivery");
    const [row] = await tx.select().from(payments).where(eq(payments.id, payment.payment_id));
    expect(row && nextInquiry(row, null)).toBeNull();
  }),
);
