import { describe, expect, test } from "vitest";
import { allDoors, ask, type Door, METHODS, type Method, NOBODYS_COOKIE, signedIn, SITE } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";
import { ERROR_STATUS } from "@/lib/shared/errors";

const { db } = testDatabase();
const doors = await allDoors();
const ours = doors.filter(({ path }) => !/\[\[?\.\.\.|jazzcash/.test(path));

const allowed = async (door: Door): Promise<string[]> =>
  ((await ask(door, "OPTIONS")).headers.get("allow") ?? "").split(", ");

/** Each door with each method that it answers. */
const answered = (
  await Promise.all(
    ours.map(async (door) => {
      const allow = await allowed(door);
      return METHODS.filter((method) => allow.includes(method)).map((method) => ({ path: door.path, method, door }));
    }),
  )
).flat();
const isPublic = (path: string) => !/^\/api\/(admin|cart)\//.test(path) || path === "/api/cart/orders/track";
const changing = answered.filter(({ method }) => method !== "GET");

const problemOf = ({ status, headers, json }: Awaited<ReturnType<typeof ask>>) => {
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(json).toMatchObject({
    type: `urn:sauda:problem:${json.code}`,
    title: expect.any(String),
    detail: expect.any(String),
    status: ERROR_STATUS[json.code as keyof typeof ERROR_STATUS],
  });
  return [status, json.code];
};

test("the contract's addresses answer the contract's methods", async () => {
  const found = new Map(
    answered.map(({ path }) => [path, answered.filter((each) => each.path === path).map(({ method }) => method)]),
  );
  const contract: Record<string, Method[]> = {
    "auth/register": ["POST"],
    "auth/password-reset": ["POST"],
    "auth/password-reset/confirm": ["POST"],
    products: ["GET"],
    "products/[item_code]": ["GET"],
    "cart/cart": ["GET"],
    "cart/cart/add_item": ["POST"],
    "cart/cart/update-item/[id]": ["PATCH"],
    "cart/cart/remove-item/[id]": ["DELETE"],
    "cart/cart/clear": ["POST"],
    "cart/cart/count": ["GET"],
    "cart/orders": ["GET", "POST"],
    "cart/orders/quote": ["POST"],
    "cart/orders/[id]": ["GET"],
    "cart/orders/[id]/cancel": ["POST"],
    "cart/orders/[id]/update_status": ["PATCH"],
    "cart/orders/statistics": ["GET"],
    "cart/orders/track": ["GET"],
    "cart/payments": ["GET"],
    "cart/payments/initiate": ["POST"],
    "cart/payments/verify": ["POST"],
    "cart/payments/[id]": ["GET"],
    "cart/payments/[id]/record-cash": ["POST"],
    "cart/payments/[id]/refund": ["POST"],
    "cart/reviews": ["GET"],
    "cart/reviews/[id]/resolve": ["POST"],
    "cron/expire-carts": ["GET"],
    "cron/reconcile-payments": ["GET"],
    health: ["GET"],
    "health/ready": ["GET"],
  };
  for (const [path, methods] of Object.entries(contract))
    expect([path, found.get(`/api/${path}`)]).toEqual([path, methods]);
});

describe.each(doors.filter(({ path }) => !path.includes("[[...")))("$path", (door) => {
  test("says which methods it answers, and refuses the others as a problem", async () => {
    const options = await ask(door, "OPTIONS");
    expect([options.status, options.text]).toEqual([204, ""]);
    const allow = await allowed(door);
    expect(allow).toContain("OPTIONS");
    expect(allow.includes("HEAD")).toBe(allow.includes("GET"));
    for (const method of METHODS.filter((each) => !allow.includes(each))) {
      const answer = await ask(door, method, { headers: { origin: "https://evil.example" } });
      expect(problemOf(answer)).toEqual([405, "method_not_allowed"]);
      expect(answer.headers.get("allow")).toBe(allow.join(", "));
    }
  });
});

test.each(METHODS)("an unknown address answers %s with a problem", async (method) => {
  const rest = doors.find(({ path }) => path.includes("[[..."));
  expect(rest && problemOf(await ask(rest, method))).toEqual([404, "not_found"]);
});

test.each(["orders", "payments"])("%s/ has no address but ids, signed in or not", async (list) => {
  const door = doors.find(({ path }) => path === `/api/cart/${list}/[id]`);
  const answer = door && (await ask(door, "GET", { params: { id: "track" } }));
  expect(answer?.status).toBe(404);
});

describe("who asks", () => {
  test.each(answered.filter(({ path }) => !isPublic(path)))(
    "$method $path asks for a session first",
    async ({ method, door }) => {
      for (const cookie of ["", NOBODYS_COOKIE, "authjs.session-token=1", "authjs.session-token="]) {
        const body = method === "GET" ? undefined : "{";
        const answer = await ask(door, method, { cookie, params: { id: "1" }, body });
        expect(problemOf(answer)).toEqual([401, "not_signed_in"]);
      }
    },
  );

  test("the staff's doors are shut to customers before anything is read or looked up", async () => {
    const { cookie } = await signedIn(db);
    const staffs = answered.filter(({ path }) => /update_status|record-cash/.test(path));
    expect(staffs).toHaveLength(2);
    for (const { method, door } of staffs) {
      for (const [id, body] of [
        ["1", {}],
        ["999999", "{"],
        ["nothing", "[]"],
      ] as const) {
        expect(problemOf(await ask(door, method, { cookie, body, params: { id } }))).toEqual([403, "forbidden"]);
      }
    }
  });

  test("somebody's answers are stored by nobody on the way", async () => {
    const { cookie } = await signedIn(db);
    for (const { path, method, door } of answered.filter(({ path }) => !isPublic(path))) {
      const answer = await ask(door, method, { cookie });
      expect([path, answer.headers.get("cache-control")]).toEqual([path, expect.stringContaining("no-store")]);
    }
  });
});

describe("where a request comes from", () => {
  const OTHERS: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://127.0.0.1:3000" },
    { origin: "https://localhost:3000" },
    { origin: "http://localhost:3001" },
    { origin: "http://localhost:3000.evil.example" },
    { origin: "" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: SITE, "sec-fetch-site": "same-site" },
  ];
  const OURS: Record<string, string>[] = [
    {},
    { origin: SITE },
    { origin: SITE, "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
  ];

  test.each(changing)("$method $path is refused to other sites, whoever is signed in", async ({ method, door }) => {
    const { cookie } = await signedIn(db, "admin");
    for (const headers of OTHERS) {
      expect([headers, problemOf(await ask(door, method, { cookie, headers }))]).toEqual([
        headers,
        [403, "cross_origin"],
      ]);
    }
    for (const headers of OURS) {
      expect((await ask(door, method, { cookie, headers })).status).not.toBe(403);
    }
  });

  test("reading is free", async () => {
    const { cookie } = await signedIn(db);
    const headers = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    for (const { method, door } of answered.filter(
      ({ method, path }) => method === "GET" && path === "/api/cart/cart",
    )) {
      expect((await ask(door, method, { cookie, headers })).status).toBe(200);
    }
  });
});
