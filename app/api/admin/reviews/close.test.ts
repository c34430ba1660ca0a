import { expect, it } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";
import { listReviews } from "@/lib/reviews/queries";
import { bring, csvOf } from "@/lib/settlements/test-files";

const { db } = testDatabase();

it("many items are closed by ids or by file, at most a hundred, with words", async () => {
  const door = await doorAt("admin/reviews/close");
  const staff = await signedIn(db, "staff");
  const lines = [1, 2].map((at) => ({ reference: `unknown-${at}`, gross: 10 }));
  const { settlement } = await bring(staff, { text: csvOf("gateway", lines) });
  const file = settlement.id;
  const ids = (await listReviews(staff, { file, page: 1, page_size: 20 })).rows.map(({ id }) => id);
  const wish = { kind: "settlement_differs", resolution: "Another shop's, says JazzCash." } as const;
  const post = (body: object, by = staff.cookie) => ask(door, "POST", { cookie: by, body });
  for (const [wrong, path] of [
    [{ ...wish }, "review_ids"],
    [{ ...wish, review_ids: ids, settlement_file: file }, "review_ids"],
    [{ ...wish, review_ids: [] }, "review_ids"],
    [{ ...wish, review_ids: Array.from({ length: 101 }, (_, at) => at + 1) }, "review_ids"],
    [{ ...wish, resolution: " ", review_ids: ids }, "resolution"],
  ] as const) {
    expect(await post(wrong)).toMatchObject({ status: 400, json: { errors: [{ path }] } });
  }
  expect((await post({ ...wish, review_ids: ids }, (await signedIn(db)).cookie)).status).toBe(403);
  expect(await post({ ...wish, settlement_file: file })).toMatchObject({
    status: 200,
    json: { left: 0, results: [{ review_id: ids[0], is_done: true }, { is_done: true }] },
  });
});
