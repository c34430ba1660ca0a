import { expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";
import { anAttempt, somebody } from "@/db/test-fixtures";
import { aDeliveredOrder } from "@/lib/returns/test-delivered";

const { db } = testDatabase();
const own = {
  order: await doorAt("cart/orders/[id]"),
  list: await doorAt("cart/orders"),
  step: await doorAt("cart/orders/[id]/update_status"),
  cancel: await doorAt("cart/orders/[id]/cancel"),
  cash: await doorAt("cart/payments/[id]/record-cash"),
};
const desk = {
  notes: await doorAt("admin/orders/[id]/notes"),
  message: await doorAt("admin/orders/[id]/message"),
  returns: await doorAt("admin/orders/[id]/returns"),
  steps: await doorAt("admin/orders/steps"),
  writeOff: await doorAt("admin/orders/[id]/write-off"),
};

const aCashOrder = async () => anAttempt(await somebody(db), "cash_on_delivery");
const idOf = ({ id }: { id: number }) => ({ id: `${id}` });

test("an order is read with its version, and acted on by it: who is late hears what changed", async () => {
  const { cookie } = await signedIn(db, "staff");
  const { order, payment } = await aCashOrder();
  const params = idOf(order);
  const seen = await ask(own.order, "GET", { cookie, params });
  const etag = seen.headers.get("etag") ?? "";
  expect(etag).toMatch(/^"\d+\.\d+"$/);
  const ifMatch = { "if-match": etag };
  const stepped = await ask(own.step, "PATCH", { cookie, params, headers: ifMatch, body: { status: "in_progress" } });
  expect(stepped.status).toBe(200);
  const late = [
    await ask(own.step, "PATCH", { cookie, params, headers: ifMatch, body: { status: "shipped" } }),
    await ask(own.cancel, "POST", { cookie, params, headers: ifMatch }),
    await ask(own.cash, "POST", { cookie, params: { id: `${payment.payment_id}` }, headers: ifMatch }),
    await ask(desk.notes, "POST", { cookie, params, headers: ifMatch, body: { text: "Ring twice" } }),
    await ask(desk.message, "POST", { cookie, params, headers: ifMatch, body: { text: "Hello" } }),
  ];
  for (const answer of late) {
    expect([answer.status, answer.json.code]).toEqual([409, "order_changed"]);
    expect(answer.json).toMatchObject({ order_status: "in_progress", payment_status: "unpaid" });
    expect(answer.json.status_history).toMatchObject([{ from_status: "confirmed", to_status: "in_progress" }]);
  }
  const next = { "if-match": stepped.headers.get("etag") ?? "" };
  const body = { status: "shipped", courier: "TCS", tracking_number: "7794" };
  const shipped = await ask(own.step, "PATCH", { cookie, params, headers: next, body });
  expect(shipped.json.order).toMatchObject({ courier: "TCS", tracking_number: "7794" });
});

test("any version, several of them, a weak one, and what is none", async () => {
  const { cookie } = await signedIn(db, "staff");
  const step = async (header: string) => {
    const { order } = await aCashOrder();
    const params = idOf(order);
    const etag = (await ask(own.order, "GET", { cookie, params })).headers.get("etag") ?? "";
    const headers = { "if-match": header.replace("NOW", etag) };
    const { status, json } = await ask(own.step, "PATCH", { cookie, params, headers, body: { status: "in_progress" } });
    return status === 200 ? 200 : json.code;
  };
  expect(await step("*")).toBe(200);
  expect(await step('"1.1", NOW')).toBe(200);
  expect(await step("W/NOW")).toBe("order_changed");
  expect(await step('"1.1"')).toBe("order_changed");
  expect(await step("771.42")).toBe("invalid_input");
});

test("staff find an order by any way that the desk finds it", async () => {
  const { cookie } = await signedIn(db, "staff");
  const { order } = await aCashOrder();
  const search = order.order_number.slice(4, 12).toLowerCase();
  const found = await ask(own.list, "GET", { cookie, query: `?search=${search}&status=confirmed` });
  expect(found.json).toMatchObject({ count: 1, results: [{ id: order.id }] });
});

test("notes, many steps and returns by the API", async () => {
  const { cookie } = await signedIn(db, "admin");
  const { order } = await aCashOrder();
  const noted = await ask(desk.notes, "POST", { cookie, params: idOf(order), body: { text: "  Ring twice " } });
  expect([noted.status, noted.json.note]).toMatchObject([201, { text: "Ring twice", is_message: false }]);
  expect((await ask(desk.notes, "POST", { cookie, params: idOf(order), body: { text: " " } })).json.code).toBe(
    "invalid_input",
  );
  const body = { step: "start", order_ids: [order.id, order.id, 999_999] };
  expect((await ask(desk.steps, "POST", { cookie, body })).json.results).toMatchObject([
    { order_id: order.id, is_done: true, status: "in_progress" },
    { order_id: 999_999, is_done: false, code: "order_not_found" },
  ]);
  const parcel = { courier: "TCS", tracking_numbers: [{ order_id: order.id, tracking_number: "7794" }] };
  const early = await ask(desk.steps, "POST", { cookie, body: { ...body, ...parcel } });
  expect([early.status, early.json.errors[0].path]).toEqual([400, "courier"]);
  await ask(desk.steps, "POST", { cookie, body: { step: "ship", order_ids: [order.id], ...parcel } });
  const seen = await ask(own.order, "GET", { cookie, params: idOf(order) });
  expect(seen.json).toMatchObject({ status: "shipped", courier: "TCS", tracking_number: "7794" });
});

test("cash that cannot be collected is given up by the API, with words and as it was seen, once", async () => {
  const { cookie } = await signedIn(db, "staff");
  const { order } = await aDeliveredOrder(db, { by: "open cash" });
  const writeOff = (body: object, headers: Record<string, string> = {}) =>
    ask(desk.writeOff, "POST", { cookie, params: idOf(order), body, headers });
  expect((await writeOff({ reason: " " })).json.errors).toMatchObject([{ path: "reason" }]);
  expect((await writeOff({ reason: "Never paid" }, { "if-match": '"1.1"' })).json.code).toBe("order_changed");
  const done = await writeOff({ reason: "Never paid", restock: true });
  expect([done.status, done.json.order.status]).toEqual([200, "cancelled"]);
  expect(done.headers.get("etag")).toMatch(/^"\d+\.\d+"$/);
  expect((await writeOff({ reason: "Never paid" })).json).toMatchObject({
    code: "order_not_cancellable",
    order_status: "cancelled",
  });
});

test("the price of pieces is given back once by the API, and what is left of a line is told", async () => {
  const { cookie } = await signedIn(db, "admin");
  const { payment, item } = await aDeliveredOrder(db, { by: "cash" });
  const refund = await doorAt("cart/payments/[id]/refund");
  const back = (quantity: number) =>
    ask(refund, "POST", {
      cookie,
      params: { id: `${payment.payment_id}` },
      body: { reason: "Broken", lines: [{ order_item_id: item.id, quantity }] },
    });
  expect((await back(1)).json.refund).toMatchObject({ status: "completed", amount: "1500.00" });
  const more = await back(2);
  expect([more.status, more.json]).toMatchObject([
    409,
    { code: "refund_exceeds_order", order_item_id: item.id, available: 1 },
  ]);
});

test("the same return under one key is one return, also ten at once; with another body it is refused", async () => {
  const { cookie } = await signedIn(db, "admin");
  const { order, item } = await aDeliveredOrder(db, { by: "cash" });
  const back = (reason: string) =>
    ask(desk.returns, "POST", {
      cookie,
      params: idOf(order),
      headers: { "idempotency-key": "click" },
      body: { lines: [{ order_item_id: item.id, quantity: 1, restock: true }], reason, refund: true },
    });
  const answers = await Promise.all(Array.from({ length: 10 }, () => back("Broken")));
  answers.push(await back("Broken"));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]).toMatchObject({
    status: 201,
    json: { return: { refund: { status: "completed", amount: "1500.00" } } },
  });
  expect((await back("Another")).json.code).toBe("idempotency_key_reused");
  const seen = await ask(own.order, "GET", { cookie, params: idOf(order) });
  expect(seen.json.items).toMatchObject([{ quantity: 2, returned: 1 }]);
});

test("the desk's doors are shut to customers before anything is looked up", async () => {
  const { cookie } = await signedIn(db);
  for (const door of Object.values(desk)) {
    const answer = await ask(door, "POST", { cookie, params: { id: "999999" }, body: "{" });
    expect([answer.status, answer.json.code]).toEqual([403, "forbidden"]);
  }
});
