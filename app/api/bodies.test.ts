import { beforeAll, describe, expect, test } from "vitest";
import { ask, type Door, doorAt, type Method, signedIn, SITE } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";

const { db } = testDatabase();

type Case = { path: string; method: Method; valid: Record<string, unknown>; wrong: Record<string, unknown[]> };

const TEXT = [null, 7, true, [], {}, "x\0y", "\ud800"];
const long = (length: number) => "x".repeat(length);

/** Each door that takes JSON, a body that it takes, and what it refuses in a field. */
const CASES: Case[] = [
  {
    path: "auth/register",
    method: "POST",
    valid: { email: "a@example.com", password: "samosa chaat", name: "A" },
    wrong: {
      email: [...TEXT, "", "a", "a@"],
      password: [null, 7, "short", long(129)],
      name: [...TEXT, " "],
      phone: [null, "12"],
    },
  },
  {
    path: "auth/password-reset",
    method: "POST",
    valid: { email: "nobody@example.com" },
    wrong: { email: [...TEXT, "", "a", "a@"], locale: [null, "fr", 7] },
  },
  {
    path: "auth/password-reset/confirm",
    method: "POST",
    valid: { token: "A".repeat(43), password: "samosa chaat" },
    wrong: { token: [null, 7, {}, long(201)], password: [null, 7, "short", long(129)], locale: [null, "fr"] },
  },
  {
    path: "cart/cart/add_item",
    method: "POST",
    valid: { product_item_code: "FG001" },
    wrong: {
      product_item_code: [...TEXT, "", long(65)],
      quantity: [null, 0, -1, 1.5, 1001, "2", true, 1e300],
      notes: [...TEXT, long(501)],
    },
  },
  {
    path: "cart/cart/update-item/[id]",
    method: "PATCH",
    valid: {},
    wrong: { quantity: [null, 0, "1", 1001], notes: TEXT },
  },
  {
    path: "cart/orders",
    method: "POST",
    valid: { shipping_address: "1 Mall Road" },
    wrong: {
      shipping_address: [...TEXT, " ", long(501)],
      notes: TEXT,
      customer_name: TEXT,
      customer_phone: TEXT,
      customer_email: [null, "a", 7],
      shipping_city: TEXT,
      shipping_postal_code: TEXT,
      discount_code: [null, 7, "NOSUCH"],
      expected_total: [null, 3000, "3,000", "-1", "1.234", ""],
    },
  },
  {
    path: "cart/orders/quote",
    method: "POST",
    valid: {},
    wrong: { shipping_city: TEXT, discount_code: [null, "NOSUCH"] },
  },
  {
    path: "cart/orders/[id]/cancel",
    method: "POST",
    valid: {},
    wrong: { reason: TEXT, returned: [null, "true", 1], restock: [null, "true", 1] },
  },
  {
    path: "cart/orders/[id]/update_status",
    method: "PATCH",
    valid: { status: "shipped" },
    wrong: { status: [null, "", "SHIPPED", "lost", 1], notes: TEXT },
  },
  {
    path: "cart/payments/initiate",
    method: "POST",
    valid: { order_id: 999_999, payment_method: "jazzcash" },
    wrong: {
      order_id: [null, "1", 0, -1, 1.5, 1e16],
      payment_method: [null, "", "card", 1],
      amount: [null, 3000, "3 000"],
      customer_phone: [null, "0421234567", 3001234567],
      customer_email: [null, "a"],
      cnic_last6: [null, 123456, "12345", "1234567", "12345a"],
    },
  },
  {
    path: "cart/payments/verify",
    method: "POST",
    valid: { transaction_id: "T1" },
    wrong: { transaction_id: [...TEXT, long(65)] },
  },
  { path: "cart/payments/[id]/record-cash", method: "POST", valid: {}, wrong: { notes: [...TEXT, long(1001)] } },
];

let cookie = "";
beforeAll(async () => {
  ({ cookie } = await signedIn(db, "admin"));
});

describe.each(CASES)("$method $path", ({ path, method, valid, wrong }) => {
  let door: Door;
  beforeAll(async () => {
    door = await doorAt(path);
  });
  const send = async (body: unknown, headers: Record<string, string> = {}) => {
    const answer = await ask(door, method, { cookie, body, headers, params: { id: "999999" } });
    return { ...answer, short: [answer.status, answer.json.code] };
  };

  test("takes what it asks for, and more than that without a word", async () => {
    expect((await send({ ...valid, unknown_field: 1 })).short).not.toEqual([400, "invalid_input"]);
    expect((await send(valid, { "content-type": "application/json; charset=utf-8" })).status).not.toBe(415);
  });

  test("names the field that is wrong", async () => {
    for (const [field, values] of Object.entries(wrong)) {
      for (const value of values) {
        const { short, json } = await send({ ...valid, [field]: value });
        expect([field, value, short]).toEqual([field, value, [400, "invalid_input"]]);
        expect(json.errors).toContainEqual({ path: field, message: expect.any(String) });
      }
    }
  });

  test("refuses what is no object, no JSON or no text", async () => {
    for (const body of ["[]", "null", '"text"', "7", "true", "[{}]"]) {
      const { short, json } = await send(body);
      expect([body, short]).toEqual([body, [400, "invalid_input"]]);
      expect(json.errors).toEqual([{ path: "", message: expect.any(String) }]);
    }
    const notText = Buffer.from(JSON.stringify({ ...valid, unknown_field: "?" }));
    notText[notText.lastIndexOf("?")] = 0xff;
    for (const body of ["{", "{'a':1}", "a=1", '{"a":1}{', notText]) {
      expect([body, (await send(body)).short]).toEqual([body, [400, "invalid_input"]]);
    }
  });

  test("refuses other media types", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/json",
      "json",
    ]) {
      expect([type, (await send(valid, { "content-type": type })).short]).toEqual([
        type,
        [415, "unsupported_media_type"],
      ]);
    }
  });

  test("reads no more than 256 KB, whether the length is said or not", async () => {
    const large = JSON.stringify({ ...valid, notes: long(256 * 1024) });
    expect((await send(large)).short).toEqual([413, "payload_too_large"]);
    expect((await send(valid, { "content-length": "300000" })).short).toEqual([413, "payload_too_large"]);
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new TextEncoder().encode(" ".repeat(16 * 1024)));
      },
    });
    const init = { method, headers: { "content-type": "application/json", cookie }, body: endless, duplex: "half" };
    const response = await door.handlers[method](new Request(`${SITE}/api/${path}`, init), {
      params: Promise.resolve({ id: "1" }),
    });
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(20);
    const just = JSON.stringify({ ...valid, unknown_field: "" });
    expect((await send(just.replace('""', `"${long(256 * 1024 - just.length)}"`))).status).not.toBe(413);
  });
});
