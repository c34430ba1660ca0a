import { expect, test } from "vitest";
import { ask, doorAt } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";
import { aGuest, aLine, orderInput } from "@/db/test-fixtures";
import { placeOrder } from "@/lib/orders/place-order";

const { db } = testDatabase();
const door = await doorAt("cart/orders/track");
const track = (query: string) => ask(door, "GET", { query });

test("needs no session, and says only how far the order is", async () => {
  const guest = await aGuest(db);
  await aLine(guest);
  const { order_number } = await placeOrder(
    guest,
    orderInput({ customer_name: "Bilal Ahmed", customer_phone: "03001234567" }),
  );
  const answer = await track(`?order_number=${order_number}&phone=%2B923001234567`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(answer.json).toMatchObject({ order_number, status: "pending", status_history: [{ to_status: "pending" }] });
  expect(answer.text).not.toMatch(/Bilal|Mall Road|0300|1500|Vase/);
});

test("what does not match is 404, what is missing is 400 and named", async () => {
  const missed = await track("?order_number=ORD-AAAAAAAA-20261125&phone=03001234567");
  expect([missed.status, missed.json.code]).toEqual([404, "order_not_found"]);
  for (const [query, path] of [
    ["", "order_number"],
    ["?order_number=ORD-AAAAAAAA-20261125", "phone"],
    ["?phone=03001234567&order_number=%20", "order_number"],
  ] as const) {
    const { status, json } = await track(query);
    expect([status, json.errors[0].path]).toEqual([400, path]);
  }
});
