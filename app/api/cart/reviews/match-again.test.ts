import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask, doorAt, NOBODYS_COOKIE, signedIn } from "@/app/api/test-doors";
import { orders } from "@/db/schema/orders";
import { reviewItems } from "@/db/schema/reviews";
import { testDatabase } from "@/db/test-database";
import { bring, csvOf } from "@/lib/settlements/test-files";
import { sent } from "@/lib/settlements/test-parcels";

const { db } = testDatabase();
const matching = await doorAt("cart/reviews/[id]/match_again");

test("a row that did not fit is matched again by the staff, and answers how it is now", async () => {
  const [staff, shopper] = [await signedIn(db, "staff"), await signedIn(db)];
  const parcel = await sent(db);
  await bring(staff, { source: "courier", text: csvOf("courier", [{ reference: "LE-api", gross: 3000 }]) });
  const [item] = await db.select().from(reviewItems).where(eq(reviewItems.kind, "settlement_differs"));
  const post = (cookie: string | undefined, id = `${item?.id}`) => ask(matching, "POST", { cookie, params: { id } });
  expect([(await post(undefined)).status, (await post(NOBODYS_COOKIE)).status]).toEqual([401, 401]);
  expect(await post(shopper.cookie)).toMatchObject({ status: 403 });
  for (const id of ["0", "999999", "x"]) expect((await post(staff.cookie, id)).status).toBe(404);
  expect(await post(staff.cookie)).toMatchObject({
    status: 200,
    json: { outcome: "missing_here", why: "unknown_reference", review: { closed_at: null } },
  });
  await db.update(orders).set({ trackingNumber: "LE-api" }).where(eq(orders.id, parcel.orderId));
  expect(await post(staff.cookie)).toMatchObject({
    status: 200,
    json: { outcome: "settled", why: null, review: { closed_by: `user:${staff.actor.userId}` } },
  });
  expect(await post(staff.cookie)).toMatchObject({ status: 409, json: { code: "review_item_closed" } });
});
