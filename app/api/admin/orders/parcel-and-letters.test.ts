import { expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";
import { anAttempt, somebody } from "@/db/test-fixtures";
import { toldOf } from "@/lib/messages/test-outbox";
import { aDeliveredOrder } from "@/lib/returns/test-delivered";

Object.assign(process.env, { SMTP_URL: "smtp://127.0.0.1:9" });

const { db } = testDatabase({ max: 10 });
const doors = {
  order: await doorAt("cart/orders/[id]"),
  parcel: await doorAt("admin/orders/[id]/parcel"),
  message: await doorAt("admin/orders/[id]/message"),
  notes: await doorAt("admin/orders/[id]/notes"),
  returns: await doorAt("admin/orders/[id]/returns"),
};

test("a parcel is named by the API as it was seen; what is no part of it is refused by its field", async () => {
  const { cookie } = await signedIn(db, "staff");
  const { order } = await aDeliveredOrder(db, { by: "open cash", until: "shipped" });
  const params = { id: `${order.id}` };
  const change = (body: object, headers: Record<string, string> = {}) =>
    ask(doors.parcel, "PATCH", { cookie, params, body, headers });
  const etag = (await ask(doors.order, "GET", { cookie, params })).headers.get("etag") ?? "";
  const done = await change({ courier: " TCS ", tracking_number: "7794" }, { "if-match": etag });
  expect([done.status, done.json.order]).toMatchObject([200, { courier: "TCS", tracking_number: "7794" }]);
  expect((await change({ courier: "Leopards" }, { "if-match": etag })).json.code).toBe("order_changed");
  expect((await change({ courier: "Leopards" }, { "if-match": done.headers.get("etag") ?? "" })).status).toBe(200);
  for (const [body, path] of [
    [{}, "courier"],
    [{ courier: "TCS", status: "delivered" }, "status"],
    [{ tracking_number: "7".repeat(81) }, "tracking_number"],
  ] as const) {
    expect((await change(body)).json).toMatchObject({ code: "invalid_input", errors: [{ path }] });
  }
});

test("one letter and one note come of one key, also five times at once and long after", async () => {
  const { cookie } = await signedIn(db, "staff");
  const { order } = await anAttempt(await somebody(db), "cash_on_delivery");
  for (const door of [doors.message, doors.notes]) {
    const write = (text: string) =>
      ask(door, "POST", {
        cookie,
        params: { id: `${order.id}` },
        headers: { "idempotency-key": "click" },
        body: { text },
      });
    const answers = await Promise.all(Array.from({ length: 5 }, () => write("We call at six.")));
    answers.push(await write("We call at six."));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.json).toMatchObject({ note: { text: "We call at six.", is_message: door === doors.message } });
    expect((await write("We call at eight.")).json.code).toBe("idempotency_key_reused");
  }
  expect((await toldOf(db, order)).filter(({ kind }) => kind === "order_written")).toHaveLength(1);
});

test("an amount to give back without a refund is refused by its field", async () => {
  const { cookie } = await signedIn(db, "admin");
  const { order, item } = await aDeliveredOrder(db, { by: "cash" });
  const lines = [{ order_item_id: item.id, quantity: 1, restock: true }];
  const body = { lines, reason: "Broken", amount: "10.00" };
  const back = (more: object) =>
    ask(doors.returns, "POST", { cookie, params: { id: `${order.id}` }, body: { ...body, ...more } });
  for (const more of [{}, { refund: false }]) {
    expect((await back(more)).json).toMatchObject({ code: "invalid_input", errors: [{ path: "amount" }] });
  }
  expect((await back({ refund: true })).json).toMatchObject({ return: { refund: { amount: "10.00" } } });
});
