import { expect, test } from "vitest";
import { reviewItems } from "@/db/schema/reviews";
import { testDatabase } from "@/db/test-database";
import { anAttempt, NOON, somebody } from "@/db/test-fixtures";
import { findDeskHead } from "@/lib/users/find-desk-head";

const { inTransaction } = testDatabase();

test(
  "the head says who is signed in and how many questions are open, to staff too and to nobody else",
  inTransaction(async (tx) => {
    const staff = await somebody(tx, { role: "staff" });
    const buyer = await somebody(tx);
    const before = await findDeskHead(staff);
    expect(before.email).toContain("@");
    const { payment } = await anAttempt(buyer);
    const item = { paymentId: payment.payment_id, facts: {}, openedAt: NOON };
    const closed = { closedAt: NOON, closedBy: "user:1", resolution: "Looked at." };
    await tx.insert(reviewItems).values([
      { ...item, kind: "late_success" },
      { ...item, kind: "paid_twice", ...closed },
    ]);
    expect(await findDeskHead(staff)).toEqual({ ...before, questions: before.questions + 1 });
    await expect(findDeskHead(buyer)).rejects.toMatchObject({ code: "forbidden" });
  }),
);
