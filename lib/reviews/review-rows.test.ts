import { expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { somebody } from "@/db/test-fixtures";
import { listCases } from "@/lib/figures/list-cases";
import { ageOf } from "@/lib/reviews/model";
import { listReviews } from "@/lib/reviews/queries";
import { reviewListAfter } from "@/lib/reviews/review-list-after";
import { listRows } from "@/lib/settlements/list-rows";
import { bring, csvOf } from "@/lib/settlements/test-files";
import { paid } from "@/lib/settlements/test-parcels";

const { db } = testDatabase();

it("a question about a row leads to its file and line and to the payment it names, in the queue and among the cases", async () => {
  const staff = await somebody(db, { role: "staff" });
  const one = await paid(db);
  const lines = [
    { reference: one.reference, gross: 2999 },
    { reference: one.reference, gross: -499, fee: 0 },
    { reference: "T-nobodys", gross: 10 },
  ];
  const { settlement } = await bring(staff, { text: csvOf("gateway", lines), name: "mixed.csv" });
  await bring(staff, { text: csvOf("gateway", [{ reference: "T-other-file", gross: 10 }]) });
  const { rows, count } = await listReviews(staff, { file: settlement.id, page: 1, page_size: 20 });
  expect(count).toBe(3);
  const about = rows.map(({ payment_id, order_id, settlement_row: row }) => [payment_id, order_id, row?.line]);
  expect(about).toEqual([
    [one.id, one.orderId, 2],
    [one.id, one.orderId, 3],
    [null, null, 4],
  ]);
  expect(rows[1]?.settlement_row).toMatchObject({ file_id: settlement.id, file_name: "mixed.csv", source: "gateway" });
  const { cases } = await listCases(staff, "differing");
  const ofFile = cases.filter((each) => each.settlement_row?.file_id === settlement.id);
  expect(ofFile.map((each) => [each.payment_id, each.order_id, each.settlement_row?.line])).toEqual(about);
  expect(ofFile[1]?.review_facts).toMatchObject({ why: "no_such_refund", said_amount: "-499.00" });
  const query = { fileId: settlement.id, line: 3, page: 1, page_size: 20 };
  const found = await listRows(staff, query);
  expect(found).toMatchObject({ count: 1, rows: [{ review_id: rows[1]?.id, facts: { why: "no_such_refund" } }] });
});

it.each([
  [0, "minutes", 0],
  [59, "minutes", 59],
  [60, "hours", 1],
  [3 * 60 + 59, "hours", 3],
  [24 * 60, "days", 1],
  [50 * 60, "days", 2],
] as const)("what has waited for %s minutes waits for %s: %s", (minutes, unit, count) => {
  const now = new Date("2026-11-26T07:00:00Z");
  expect(ageOf(new Date(now.getTime() - minutes * 60_000), now)).toEqual({ unit, count });
});

it("a form leads back to the list that it stood in, and nowhere else", () => {
  expect(reviewListAfter("/admin/review?file=7&open=true", "together", { closed: 2, kept: 1, left: 0 })).toBe(
    "/admin/review?file=7&open=true&done=together&closed=2&kept=1&left=0",
  );
  expect(reviewListAfter("https://elsewhere.example/admin/review?x=1", "close")).toBe("/admin/review?done=close");
});
