import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { auditLog } from "@/db/schema/operations";
import { reviewItems } from "@/db/schema/reviews";
import { settlementFiles, settlementRows } from "@/db/schema/settlements";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { NOON, somebody } from "@/db/test-fixtures";
import { resolveReview } from "@/lib/reviews/resolve-review";
import { takeReview } from "@/lib/reviews/take-review";
import { discounted, openItem } from "@/lib/reviews/test-reviews";
import { paisa } from "@/lib/shared/money";

const { db } = testDatabase({ max: 20 });
const list = await doorAt("cart/reviews");
const take = await doorAt("cart/reviews/[id]/take");

const anItem = async () => openItem(db, await discounted(db), "amount_differs");

test("an item is taken on, is among one's own, and is handed over by e-mail", async () => {
  const { id } = await anItem();
  const [one, other] = [await signedIn(db, "staff"), await signedIn(db, "admin")];
  const mine = async ({ cookie }: typeof one) => (await ask(list, "GET", { cookie, query: "?mine=true" })).json.count;
  const post = (body: object, { cookie } = one) => ask(take, "POST", { cookie, body, params: { id: `${id}` } });
  expect(await post({})).toMatchObject({ status: 200, json: { review: { owner_id: one.actor.userId } } });
  expect([await mine(one), await mine(other)]).toEqual([1, 0]);
  const [colleague] = await db.select().from(users).where(eq(users.id, other.actor.userId));
  const owner = colleague?.email?.toUpperCase();
  expect(await post({ owner })).toMatchObject({ json: { review: { owner: colleague?.email } } });
  expect([await mine(one), await mine(other)]).toEqual([0, 1]);
  expect(await post({ owner })).toMatchObject({ status: 200 });
  const audit = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, `review:${id}`));
  expect(audit.map(({ action, before, after }) => [action, before, after])).toEqual([
    ["review.take", { owner: null }, { owner: one.actor.userId }],
    ["review.take", { owner: one.actor.userId }, { owner: other.actor.userId }],
  ]);
});

test("it is for the shop's staff, and only while it is open", async () => {
  const item = await anItem();
  const [staff, buyer] = [await signedIn(db, "staff"), await signedIn(db)];
  const post = (cookie: string, body: object, id: number | string = item.id) =>
    ask(take, "POST", { cookie, body, params: { id: `${id}` } });
  expect((await post(buyer.cookie, {})).status).toBe(403);
  await expect(takeReview(await somebody(db), { reviewId: item.id })).rejects.toMatchObject({ code: "forbidden" });
  const [customer] = await db.select().from(users).where(eq(users.id, buyer.actor.userId));
  for (const owner of [customer?.email, "nobody@example.com", "no address"]) {
    expect(await post(staff.cookie, { owner })).toMatchObject({ status: 400, json: { errors: [{ path: "owner" }] } });
  }
  expect(await post(staff.cookie, {}, 987_654_321)).toMatchObject({ status: 404 });
  const admin = await somebody(db, { role: "admin" });
  await resolveReview(admin, { reviewId: item.id, action: "give_back", resolution: "Seen." });
  expect(await post(staff.cookie, {})).toMatchObject({ status: 409, json: { code: "review_item_closed" } });
});

test("of twenty who take it on at once it is one's, and each step is written down", async () => {
  const { id } = await anItem();
  const people = await Promise.all(Array.from({ length: 20 }, () => somebody(db, { role: "staff" })));
  await Promise.all(people.map((staff) => takeReview(staff, { reviewId: id })));
  const audit = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, `review:${id}`));
  const inOrder = audit.toSorted((a, b) => a.id - b.id);
  for (const [at, { before }] of inOrder.entries()) {
    expect(before).toEqual(at === 0 ? { owner: null } : inOrder[at - 1]?.after);
  }
  expect(inOrder).toHaveLength(20);
});

test("an item about a settlement row that belongs to no payment is closed with words, once", async () => {
  const admin = await somebody(db, { role: "admin" });
  const file = {
    source: "gateway",
    contentHash: "a hash",
    name: "november.csv",
    uploadedBy: admin.actor.userId,
  } as const;
  const [{ id: fileId } = { id: 0 }] = await db
    .insert(settlementFiles)
    .values({ ...file, createdAt: NOON })
    .returning();
  const sums = { grossPaisa: paisa(100), feePaisa: paisa(0), taxPaisa: paisa(0), netPaisa: paisa(100) };
  const row = { fileId, source: "gateway", line: 2, reference: "T1", settledOn: "2026-11-24" } as const;
  const [missing] = await db
    .insert(settlementRows)
    .values({ ...row, ...sums, outcome: "missing_here" })
    .returning();
  const about = { settlementRowId: missing?.id ?? 0, facts: { reference: "T1", gross: 100 } };
  const [item] = await db
    .insert(reviewItems)
    .values({ ...about, kind: "settlement_differs", openedAt: NOON })
    .returning();
  const reviewId = item?.id ?? 0;
  const staff = await signedIn(db, "staff");
  const { json } = await ask(list, "GET", { cookie: staff.cookie, query: "?kind=settlement_differs" });
  expect(json.results).toMatchObject([{ id: reviewId, payment_id: null, order_number: null, actions: ["close"] }]);
  expect(await takeReview(staff, { reviewId })).toMatchObject({ owner_id: staff.actor.userId });
  const wish = { reviewId, action: "close", resolution: "Another shop's." } as const;
  await expect(resolveReview(await somebody(db), wish)).rejects.toMatchObject({ code: "forbidden" });
  const people = await Promise.all(Array.from({ length: 20 }, () => somebody(db, { role: "staff" })));
  const closings = await Promise.allSettled(people.map((person) => resolveReview(person, wish)));
  expect(closings.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const audit = await db
    .select()
    .from(auditLog)
    .where(inArray(auditLog.subject, [`review:${reviewId}`]));
  expect(audit.at(-1)).toMatchObject({
    action: "review.close",
    details: { payment: null, settlement_row: missing?.id },
  });
});
