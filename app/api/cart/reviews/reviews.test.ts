import { expect, test } from "vitest";
import { anAdministrator, asInProduction } from "@/app/api/admin/test-production";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";
import { discounted, openItem } from "@/lib/reviews/test-reviews";

const { db } = testDatabase();
const list = await doorAt("cart/reviews");
const resolve = await doorAt("cart/reviews/[id]/resolve");

test("the review queue shows staff what is known and what can be done, and nobody else", async () => {
  const attempt = await discounted(db);
  const staff = await signedIn(db, "staff");
  const customer = await signedIn(db);
  expect(await ask(list, "GET", { cookie: customer.cookie })).toMatchObject({ status: 403 });
  const { json } = await ask(list, "GET", { cookie: staff.cookie, query: "?open=true&kind=amount_differs" });
  expect(json).toMatchObject({
    count: 1,
    results: [
      {
        kind: "amount_differs",
        transaction_id: attempt.payment.transaction_id,
        order_id: attempt.order.id,
        facts: { amount: 300_000, amount_named: 290_000 },
        actions: ["accept", "give_back"],
        closed_at: null,
      },
    ],
  });
  expect((await ask(list, "GET", { cookie: staff.cookie, query: "?open=perhaps" })).status).toBe(400);
});

test("an item is dealt with by somebody with a name and words", async () => {
  const attempt = await discounted(db);
  const { id } = await openItem(db, attempt, "amount_differs");
  const admin = await signedIn(db, "admin");
  const staff = await signedIn(db, "staff");
  const customer = await signedIn(db);
  const by = (cookie: string, body: object, item = String(id)) =>
    ask(resolve, "POST", { cookie, body, params: { id: item } });
  const words = { action: "accept", resolution: "The bank's own discount." };
  expect(await by(customer.cookie, words)).toMatchObject({ status: 403 });
  expect(await by(staff.cookie, words)).toMatchObject({ status: 403, json: { code: "forbidden" } });
  expect(await by(admin.cookie, { action: "accept" })).toMatchObject({ status: 400 });
  expect((await by(admin.cookie, { action: "close", resolution: "x" })).json.errors).toMatchObject([
    { path: "action" },
  ]);
  expect(await by(admin.cookie, words, "999999999")).toMatchObject({ status: 404 });
  expect(await by(admin.cookie, words)).toMatchObject({
    status: 200,
    json: { review: { closed_by: `user:${admin.actor.userId}`, resolution: words.resolution, actions: [] } },
  });
  expect(await by(admin.cookie, words)).toMatchObject({ status: 409, json: { code: "review_item_closed" } });
});

test("where money is real it is sent back only soon after the password was typed, and words need none", async () => {
  const admin = await anAdministrator(db);
  const by = async (action: string) => {
    const { id } = await openItem(db, await discounted(db), "amount_differs");
    const body = { action, resolution: "As the customer wishes." };
    return ask(resolve, "POST", { cookie: admin.cookie, body, params: { id: String(id) } });
  };
  await asInProduction(async () => {
    expect(await by("give_back")).toMatchObject({ status: 403, json: { code: "reauthentication_required" } });
    expect((await by("accept")).status).toBe(200);
    await admin.setConfirmed(new Date());
    expect((await by("give_back")).status).toBe(200);
  });
});
