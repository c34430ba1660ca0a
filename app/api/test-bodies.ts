import { PASSWORD } from "@/app/api/admin/test-production";
import type { Method } from "@/app/api/test-doors";
import { methodAndPath, STAFF_DOORS } from "@/app/api/test-staff-doors";

type Case = { path: string; method: Method; valid: Record<string, unknown>; wrong: Record<string, unknown[]> };

const TEXT = [null, 7, true, [], {}, "x\0y", "\ud800"];
export const long = (length: number) => "x".repeat(length);

/** Each door that takes JSON, a body that it takes, and what it refuses in a field. */
const WRITTEN: Case[] = [
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
  {
    path: "auth/join",
    method: "POST",
    valid: { token: "A".repeat(43), name: "A", password: "samosa chaat" },
    wrong: { token: [null, 7, {}, long(201)], name: TEXT, password: [null, 7, long(1001)] },
  },
  {
    path: "auth/second-factor/confirm",
    method: "POST",
    valid: { code: "123456" },
    wrong: { code: [null, 7, {}, [], true, long(1000)] },
  },
  {
    path: "auth/second-factor/remove",
    method: "POST",
    valid: { password: PASSWORD, code: "123456" },
    wrong: { password: [null, 7, {}], code: [null, 7, {}, long(1000)] },
  },
  { path: "auth/second-factor", method: "POST", valid: { password: PASSWORD }, wrong: { password: [null, 7, [], {}] } },
  { path: "cart/reviews/[id]/take", method: "POST", valid: {}, wrong: { owner: [null, 7, "", "a"] } },
  { path: "cart/payments/[id]/record-cash", method: "POST", valid: {}, wrong: { notes: [...TEXT, long(1001)] } },
];

/** The same of the staff's doors: each field is wrong that is of another kind. */
const DERIVED = Object.entries(STAFF_DOORS).flatMap(([name, { body = {} }]): Case[] => {
  const [method, path] = methodAndPath(name);
  const isThere = WRITTEN.some((one) => one.path === path && one.method === method);
  if (isThere || Object.keys(body).length === 0) return [];
  const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
  const wrong = Object.entries(body).map(([field, value]) => [field, isObject(value) ? ["text", 7] : [{ odd: 1 }, []]]);
  return [{ path, method, valid: { ...body }, wrong: Object.fromEntries(wrong) }];
});

export const BODIES: readonly Case[] = [...WRITTEN, ...DERIVED];
