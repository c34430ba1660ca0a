import { beforeAll, expect, test } from "vitest";
import { allDoors, ask, METHODS, signedIn, SITE } from "@/app/api/test-doors";
import { aWholeShop } from "@/app/api/test-shop";
import { CUSTOMERS_DOORS, methodAndPath, STAFF_DOORS, UNKNOWN } from "@/app/api/test-staff-doors";
import { testDatabase } from "@/db/test-database";
import { aGuest } from "@/db/test-fixtures";
import { wholeDatabase } from "@/db/test-whole-database";
import { openSession } from "@/lib/auth/open-session";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import type { Role } from "@/lib/users/model";

const { db } = testDatabase();

const all = await allDoors();

/** One door of the tree by its path below /api; they are read once. */
function at(path: string) {
  const door = all.find((one) => one.path === `/api/${path}`);
  if (!door) throw new Error(`there is no door at ${path}`);
  return door;
}

const DOORS = Object.entries(STAFF_DOORS).map(([name, door]) => ({ name, ...door }));
type Asker = { who: string; cookie: string; status: number; code: unknown };

let paramsOf: Awaited<ReturnType<typeof aWholeShop>>;
const cookies: Record<Role, string> = { customer: "", staff: "", admin: "" };
let guest = "";
let before: Awaited<ReturnType<typeof wholeDatabase>>;
/** They had a session of an administrator a moment ago. */
const ended = { disabled: "", "signed out": "", demoted: "" };

async function change(path: string, method: "POST" | "PATCH", userId: number, body: object): Promise<void> {
  const answer = await ask(at(path), method, { cookie: cookies.admin, params: { id: `${userId}` }, body });
  expect([path, answer.status]).toEqual([path, 200]);
}

beforeAll(async () => {
  paramsOf = await aWholeShop(db);
  for (const role of ["customer", "staff", "admin"] as const) cookies[role] = (await signedIn(db, role)).cookie;
  const visitor = await aGuest(db, { now: new Date() });
  guest = `${sessionCookieName(SITE)}=${await openSession(db, visitor.actor.userId, visitor.now)}`;
  const people = {
    disabled: await signedIn(db, "admin"),
    out: await signedIn(db, "admin"),
    demoted: await signedIn(db, "admin"),
  };
  for (const { cookie } of Object.values(people)) {
    expect((await ask(at("admin/audit"), "GET", { cookie })).status).toBe(200);
  }
  await change("admin/people/[id]/disable", "POST", people.disabled.actor.userId, {});
  await change("admin/people/[id]/sign-out", "POST", people.out.actor.userId, {});
  await change("admin/people/[id]/role", "PATCH", people.demoted.actor.userId, { role: "customer" });
  ended.disabled = people.disabled.cookie;
  ended["signed out"] = people.out.cookie;
  ended.demoted = people.demoted.cookie;
  before = await wholeDatabase(db);
});

type Given = { params?: object; body?: unknown; headers?: Record<string, string> };

const expectNothingChanged = async () => expect(await wholeDatabase(db)).toEqual(before);

/** What a door answers to each of them. */
async function expectAnswers(name: string, askers: Asker[], given: Given = {}) {
  const [method, path] = methodAndPath(name);
  const door = at(path);
  const params = { ...(await paramsOf(path)), ...given.params };
  for (const { who, cookie, status, code } of askers) {
    const answer = await ask(door, method, { cookie, params, body: given.body, headers: given.headers });
    expect([who, params, answer.status, answer.json?.code]).toEqual([who, params, status, code]);
  }
}

test("every door of the staff's stands in the table, and every other one under /api/cart is named as everybody's", async () => {
  const doors = all.filter(({ path }) => /^\/api\/(admin|cart)\//.test(path) && !path.includes("jazzcash"));
  const found = await Promise.all(
    doors.map(async (door) => {
      const allow = (await ask(door, "OPTIONS")).headers.get("allow")?.split(", ") ?? [];
      return METHODS.filter((method) => allow.includes(method)).map((method) => `${method} ${door.path.slice(5)}`);
    }),
  );
  expect(found.flat().toSorted()).toEqual([...Object.keys(STAFF_DOORS), ...CUSTOMERS_DOORS].toSorted());
});

const forbidden = { status: 403, code: "forbidden" };
const unknown = { status: 401, code: "not_signed_in" };

test.each(DOORS)("$name refuses everybody below its role, and whoever had it a moment ago", async (door) => {
  const askers = [
    { who: "nobody", cookie: "", ...unknown },
    { who: "guest", cookie: guest, ...forbidden },
    { who: "customer", cookie: cookies.customer, ...forbidden },
    { who: "disabled", cookie: ended.disabled, ...unknown },
    { who: "signed out", cookie: ended["signed out"], ...unknown },
    { who: "demoted", cookie: ended.demoted, ...forbidden },
  ];
  if (door.least === "admin") askers.push({ who: "staff", cookie: cookies.staff, ...forbidden });
  await expectAnswers(door.name, askers, { body: door.takesFile ? "a file" : door.body });
  await expectNothingChanged();
});

const CHANGING = DOORS.filter(({ name }) => !name.startsWith("GET"));

test.each(CHANGING)("$name refuses its own people where another site sends them", async ({ name, body }) => {
  const sent = { who: "admin", cookie: cookies.admin, status: 403, code: "cross_origin" };
  await expectAnswers(name, [sent], { body, headers: { origin: "https://evil.example" } });
  await expectNothingChanged();
});

const NO_IDS = ["0", "-1", "1.5", "01", "nothing", "9".repeat(20), "1;--", "987654321"];

test.each(DOORS.filter(({ name }) => name.includes("[")))("$name knows nothing of what is not there", async (door) => {
  const asker = {
    who: door.least,
    cookie: cookies[door.least],
    status: 404,
    code: expect.stringMatching(/not_found$/),
  };
  const ids = door.name.includes("[id]") ? NO_IDS : [""];
  for (const id of ids) await expectAnswers(door.name, [asker], { params: { ...UNKNOWN, id }, body: door.body });
  await expectNothingChanged();
});

test.each(DOORS.filter(({ least }) => least === "staff"))("$name is open to staff", async ({ name, body }) => {
  const [method, path] = methodAndPath(name);
  const answer = await ask(at(path), method, { cookie: cookies.staff, params: UNKNOWN, body });
  expect([401, 403]).not.toContain(answer.status);
});
