import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { auditLog } from "@/db/schema/operations";
import { reviewItems } from "@/db/schema/reviews";
import { testDatabase } from "@/db/test-database";
import { somebody } from "@/db/test-fixtures";
import { closeReviewsTogether } from "@/lib/reviews/close-reviews-together";
import { listReviews } from "@/lib/reviews/queries";
import { discounted, openItem } from "@/lib/reviews/test-reviews";
import { bring, csvOf } from "@/lib/settlements/test-files";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase({ max: 20 });

let staff: UserCtx;
beforeAll(async () => {
  staff = await somebody(db, { role: "staff" });
});

let files = 0;

/** A file of so many rows that nobody knows here, each with an open question. */
async function aFile(rows: number) {
  const name = `U${++files}-`;
  const lines = Array.from({ length: rows }, (_, at) => ({ reference: `${name}${at}`, gross: 10 }));
  const { settlement } = await bring(staff, { text: csvOf("gateway", lines) });
  return { file: settlement.id, ids: await openIn(settlement.id) };
}

const openIn = async (file: number) =>
  (await listReviews(staff, { file, open: "true", page: 1, page_size: 200 })).rows.map(({ id }) => id);
const closed = (ids: number[]) =>
  db.$count(reviewItems, and(inArray(reviewItems.id, ids), isNotNull(reviewItems.closedAt)));
const closingsOf = (ids: number[]) =>
  db.$count(
    auditLog,
    and(
      eq(auditLog.action, "review.close"),
      inArray(
        auditLog.subject,
        ids.map((id) => `review:${id}`),
      ),
    ),
  );
const wish = { kind: "settlement_differs", resolution: "Another shop's, says JazzCash." } as const;

describe("many items of one kind", () => {
  it("that are chosen are closed with the same words, each written down by itself", async () => {
    const { file, ids } = await aFile(3);
    const { results, left } = await closeReviewsTogether(staff, { ...wish, review_ids: ids.slice(0, 2) });
    expect([results.map(({ is_done }) => is_done), left]).toEqual([[true, true], 0]);
    expect(await openIn(file)).toEqual(ids.slice(2));
    expect(await closingsOf(ids)).toBe(2);
  });

  it("of one file are closed a hundred at a time, the oldest first, and of no other file", async () => {
    const [{ file, ids }, other] = [await aFile(103), await aFile(2)];
    const first = await closeReviewsTogether(staff, { ...wish, settlement_file: file });
    expect([first.results.length, first.left]).toEqual([100, 3]);
    expect(await openIn(file)).toEqual(ids.slice(100));
    const second = await closeReviewsTogether(staff, { ...wish, settlement_file: file });
    expect([second.results.length, second.left]).toEqual([3, 0]);
    expect(await openIn(other.file)).toEqual(other.ids);
  });

  it("of another kind, closed already or unknown are left out, and keep no other back", async () => {
    const { ids } = await aFile(2);
    const [one = 0, two = 0] = ids;
    const disputed = (await openItem(db, await discounted(db), "amount_differs")).id;
    await closeReviewsTogether(staff, { ...wish, review_ids: [one] });
    const { results } = await closeReviewsTogether(staff, {
      ...wish,
      review_ids: [one, disputed, 999_999_999, two, two],
    });
    expect(results.map(({ review_id, is_done, code }) => [review_id, is_done, code])).toEqual([
      [one, false, "review_item_closed"],
      [disputed, false, "review_item_not_found"],
      [999_999_999, false, "review_item_not_found"],
      [two, true, null],
    ]);
    expect(await closed([disputed])).toBe(0);
  });

  it("are closed once by twenty at once", async () => {
    const { file, ids } = await aFile(5);
    const { done } = await atOnce(20, (lane) =>
      closeReviewsTogether(staff, { ...wish, ...(lane % 2 ? { settlement_file: file } : { review_ids: ids }) }),
    );
    const told = done.flatMap(({ results }) => results.filter(({ is_done }) => is_done));
    expect([done.length, told.length, await closingsOf(ids)]).toEqual([20, 5, 5]);
  });

  it("where words alone do not close them are refused, and all are for the staff", async () => {
    const { ids } = await aFile(1);
    await expect(
      closeReviewsTogether(staff, { ...wish, kind: "amount_differs", review_ids: ids }),
    ).rejects.toMatchObject({ code: "invalid_input" });
    await expect(closeReviewsTogether(await somebody(db), { ...wish, review_ids: ids })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await closed(ids)).toBe(0);
  });
});
