import { expect, test } from "vitest";
import { ask, doorAt, type Method, signedIn } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";
import { aLine, anAttempt, anOrder, linesOf } from "@/db/test-fixtures";

const { db } = testDatabase();

const ABOUT_ORDERS: [string, Method, object?][] = [
  ["cart/orders/[id]", "GET"],
  ["cart/orders/[id]/cancel", "POST", {}],
];
const NO_IDS = ["0", "-1", "1.5", "1e3", "01", " 1", "nothing", "", "9".repeat(20), "9".repeat(15), "1;--"];

test("another person's order, payment and cart line are as if they were not there, and stay as they were", async () => {
  const owner = await signedIn(db);
  const { order, payment } = await anAttempt(owner);
  const { order: unpaid } = await anOrder(owner);
  const { item } = await aLine(owner);
  const other = (await signedIn(db)).cookie;
  const before = [await seenBy(owner.cookie), await linesOf(owner)];

  async function seenBy(cookie: string) {
    const orders = (await ask(await doorAt("cart/orders"), "GET", { cookie })).json;
    const payments = (await ask(await doorAt("cart/payments"), "GET", { cookie })).json;
    return { orders, payments };
  }
  const tries: [string, Method, string, object?][] = [
    ...ABOUT_ORDERS.map(([path, method, body]): [string, Method, string, object?] => [
      path,
      method,
      `${order.id}`,
      body,
    ]),
    ["cart/payments/[id]", "GET", `${payment.payment_id}`],
    ["cart/cart/update-item/[id]", "PATCH", `${item.id}`, { quantity: 9 }],
    ["cart/cart/remove-item/[id]", "DELETE", `${item.id}`],
    ["cart/payments/initiate", "POST", "", { order_id: order.id, payment_method: "jazzcash" }],
    ["cart/payments/initiate", "POST", "", { order_id: unpaid.id, payment_method: "cash_on_delivery" }],
    ["cart/payments/verify", "POST", "", { transaction_id: payment.transaction_id }],
  ];
  for (const [path, method, id, body] of tries) {
    const mine = await ask(await doorAt(path), method, { cookie: other, params: { id }, body });
    const unknown = await ask(await doorAt(path), method, {
      cookie: other,
      params: { id: "987654321" },
      body: body && {
        ...body,
        ...("order_id" in body && { order_id: 987_654_321 }),
        ...("transaction_id" in body && { transaction_id: "T0" }),
      },
    });
    expect([path, mine.status, mine.json]).toEqual([path, 404, unknown.json]);
  }
  expect(await seenBy(other)).toMatchObject({ orders: { count: 0 }, payments: { count: 0 } });
  expect([await seenBy(owner.cookie), await linesOf(owner)]).toEqual(before);
});

test("the owner finds them", async () => {
  const owner = await signedIn(db);
  const { order, payment } = await anAttempt(owner);
  const { cookie } = owner;
  const found = await ask(await doorAt("cart/orders/[id]"), "GET", { cookie, params: { id: `${order.id}` } });
  expect([found.status, found.json.order_number, found.json.payments.length]).toEqual([200, order.order_number, 1]);
  const paid = await ask(await doorAt("cart/payments/[id]"), "GET", {
    cookie,
    params: { id: `${payment.payment_id}` },
  });
  expect([paid.status, paid.json.transaction_id]).toEqual([200, payment.transaction_id]);
});

test("staff find everybody's, and may not pay for them", async () => {
  const { order, payment } = await anAttempt(await signedIn(db));
  const { cookie } = await signedIn(db, "staff");
  expect((await ask(await doorAt("cart/orders/[id]"), "GET", { cookie, params: { id: `${order.id}` } })).status).toBe(
    200,
  );
  expect(
    (await ask(await doorAt("cart/payments/[id]"), "GET", { cookie, params: { id: `${payment.payment_id}` } })).status,
  ).toBe(200);
  const body = { order_id: order.id, payment_method: "jazzcash" };
  expect((await ask(await doorAt("cart/payments/initiate"), "POST", { cookie, body })).status).toBe(404);
});

test("what is no id is nobody's", async () => {
  const { cookie } = await signedIn(db, "admin");
  const doors: [string, Method, object?][] = [
    ...ABOUT_ORDERS,
    ["cart/orders/[id]/update_status", "PATCH", { status: "shipped" }],
    ["cart/payments/[id]", "GET"],
    ["cart/payments/[id]/record-cash", "POST", {}],
    ["cart/cart/update-item/[id]", "PATCH", { quantity: 1 }],
    ["cart/cart/remove-item/[id]", "DELETE"],
  ];
  for (const [path, method, body] of doors) {
    for (const id of NO_IDS) {
      const { status } = await ask(await doorAt(path), method, { cookie, body, params: { id } });
      expect([path, id, status]).toEqual([path, id, 404]);
    }
  }
});
