import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { aGuest, anAttempt } from "@/db/test-fixtures";
import { recordCash } from "@/lib/payments/record-cash";

const { db } = testDatabase();
const list = await doorAt("admin/people");
const one = await doorAt("admin/people/[id]");
const invitations = await doorAt("admin/invitations");
const doors = await Promise.all(
  (["disable", "enable", "sign-out", "reset-second-factor", "role"] as const).map(async (name) => ({
    method: name === "role" ? ("PATCH" as const) : ("POST" as const),
    door: await doorAt(`admin/people/[id]/${name}`),
  })),
);

test("people are found by name, mail and phone, guests never, with what they bought", async () => {
  const admin = await signedIn(db, "admin");
  const buyer = await signedIn(db);
  const id = buyer.actor.userId;
  await db.update(users).set({ name: "Ayesha Siddiqui", phone: "03211234567" }).where(eq(users.id, id));
  const guest = await aGuest(db);
  const { payment } = await anAttempt(buyer, "cash_on_delivery");
  await recordCash(admin, { paymentId: payment.payment_id });
  const found = async (query: string) => (await ask(list, "GET", { cookie: admin.cookie, query })).json;
  const hit = { id, name: "Ayesha Siddiqui", orders: 1, received_amount: "3000.00" };
  for (const search of ["siddiq", "+92 321 1234567"]) {
    expect(await found(`?search=${encodeURIComponent(search)}`)).toMatchObject({ count: 1, results: [hit] });
  }
  expect(await found("?search=100%25")).toMatchObject({ count: 0 });
  expect((await found("?role=admin")).results).toMatchObject([{ id: admin.actor.userId }]);
  const person = await ask(one, "GET", { cookie: admin.cookie, params: { id: String(id) } });
  expect(person.json).toMatchObject({
    ...hit,
    last_orders: [{ total_amount: "3000.00" }],
    last_payments: [{ status: "completed", amount: "3000.00" }],
    sessions: [{}],
    merged_guests: [],
  });
  const nobody = { cookie: admin.cookie, params: { id: String(guest.actor.userId) } };
  expect(await ask(one, "GET", nobody)).toMatchObject({ status: 404, json: { code: "person_not_found" } });
});

test("by the doors a person is changed by administrators alone", async () => {
  const admin = await signedIn(db, "admin");
  const staff = await signedIn(db, "staff");
  const customer = await signedIn(db);
  const params = { id: String((await signedIn(db)).actor.userId) };
  for (const { door, method } of doors) {
    const body = method === "PATCH" ? { role: "staff" } : undefined;
    for (const { cookie } of [staff, customer]) {
      expect(await ask(door, method, { cookie, body, params })).toMatchObject({ status: 403 });
    }
    expect(await ask(door, method, { cookie: admin.cookie, body, params })).toMatchObject({ status: 200 });
    expect(await ask(door, method, { cookie: admin.cookie, body, params: { id: "0" } })).toMatchObject({ status: 404 });
  }
  const own = { cookie: admin.cookie, params: { id: String(admin.actor.userId) } };
  const [disable] = doors;
  await db.update(users).set({ role: "staff" }).where(eq(users.role, "admin"));
  await db.update(users).set({ role: "admin" }).where(eq(users.id, admin.actor.userId));
  expect(disable && (await ask(disable.door, "POST", own))).toMatchObject({
    status: 409,
    json: { code: "last_administrator" },
  });
});

test("invitations are sent, sent again and withdrawn by the doors", async () => {
  const admin = await signedIn(db, "admin");
  const staff = await signedIn(db, "staff");
  const body = { email: "sana@example.com", role: "staff" };
  expect(await ask(invitations, "POST", { cookie: staff.cookie, body })).toMatchObject({ status: 403 });
  expect(await ask(invitations, "POST", { cookie: admin.cookie, body: { ...body, role: "customer" } })).toMatchObject({
    status: 400,
    json: { errors: [{ path: "role" }] },
  });
  const sent = await ask(invitations, "POST", { cookie: admin.cookie, body });
  expect(sent.status).toBe(201);
  const params = { invitation: sent.json.invitation };
  const resend = await doorAt("admin/invitations/[invitation]/resend");
  const withdraw = await doorAt("admin/invitations/[invitation]");
  const again = await ask(resend, "POST", { cookie: admin.cookie, params });
  expect(again).toMatchObject({ status: 200 });
  expect(await ask(withdraw, "DELETE", { cookie: admin.cookie, params })).toMatchObject({ status: 404 });
  const newer = { cookie: admin.cookie, params: { invitation: again.json.invitation } };
  expect(await ask(withdraw, "DELETE", newer)).toMatchObject({ status: 200 });
  expect((await ask(invitations, "GET", { cookie: admin.cookie })).json).toEqual({ results: [] });
  const join = await doorAt("auth/join");
  const token = "A".repeat(43);
  expect(await ask(join, "POST", { body: { token, name: "Sana", password: "long enough" } })).toMatchObject({
    status: 400,
    json: { code: "invitation_invalid" },
  });
});
