import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { ask, doorAt, NOBODYS_COOKIE, signedIn, SITE } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";
import { anOrder } from "@/db/test-fixtures";

const { db } = testDatabase();
const exports = await doorAt("admin/exports/[file]");
const audit = await doorAt("admin/audit");

test("an export is a file for administrators and nobody else", async () => {
  const buyer = await signedIn(db);
  const { order } = await anOrder(buyer);
  const admin = await signedIn(db, "admin");
  const file = (cookie: string, name: string, query = "") =>
    ask(exports, "GET", { cookie, params: { file: name }, query });
  expect(await file("", "orders.csv")).toMatchObject({ status: 401, json: { code: "not_signed_in" } });
  expect(await file(NOBODYS_COOKIE, "orders.csv")).toMatchObject({ status: 401 });
  for (const role of ["customer", "staff"] as const) {
    const { cookie } = await signedIn(db, role);
    for (const name of ["orders.csv", "nothing.csv"]) {
      expect(await file(cookie, name)).toMatchObject({ status: 403, json: { code: "forbidden" } });
    }
  }
  expect(await file(admin.cookie, "nothing.csv")).toMatchObject({ status: 404 });
  expect(await file(admin.cookie, "orders")).toMatchObject({ status: 404 });
  expect(await file(admin.cookie, "orders.csv", "?status=lost")).toMatchObject({
    status: 400,
    json: { errors: [{ path: "status" }] },
  });
  const { status, headers, text } = await file(admin.cookie, "orders.csv", `?search=${order.order_number}&page=2`);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(headers.get("content-disposition")).toMatch(/^attachment; filename="orders-\d{8}\.csv"$/);
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(text).toContain(order.order_number);
  for (const name of ["payments", "refunds", "stock", "audit"]) {
    expect(await file(admin.cookie, `${name}.csv`)).toMatchObject({ status: 200 });
  }
});

test("two files are made at once and no third, which is told so by its status or on its page", async () => {
  await db.execute(sql`insert into audit_log (actor, action, subject, details, created_at)
    select 'user:0', 'long', 'order:' || n, '{}', now() from generate_series(1, 50000) as n`);
  const { cookie } = await signedIn(db, "admin");
  const open = () =>
    exports.handlers.GET(new Request(`${SITE}/api/admin/exports/audit.csv?action=long`, { headers: { cookie } }), {
      params: Promise.resolve({ file: "audit.csv" }),
    });
  const [one, two] = await Promise.all([open(), open()]);
  const asked = { cookie, params: { file: "refunds.csv" } };
  const third = await ask(exports, "GET", asked);
  expect([third.status, third.json.code, third.json.reason]).toEqual([429, "too_many_requests", "exports_busy"]);
  expect(third.headers.get("retry-after")).toBe("30");
  const led = await ask(exports, "GET", {
    ...asked,
    query: "?from=2026-01-01&back=/ur/admin/payments?from=2026-01-01",
  });
  expect([led.status, led.headers.get("location")]).toEqual([
    303,
    "/ur/admin/payments?from=2026-01-01&refused=exports_busy",
  ]);
  await one.body?.cancel();
  await vi.waitFor(async () => expect((await ask(exports, "GET", asked)).status).toBe(200));
  await two.text();
});

test("who only asks whether there is a file opens none", async () => {
  const { cookie, actor } = await signedIn(db, "admin");
  const request = new Request(`${SITE}/api/admin/exports/orders.csv`, { method: "HEAD", headers: { cookie } });
  const head = await exports.handlers.GET(request, { params: Promise.resolve({ file: "orders.csv" }) });
  expect([head.status, head.body, head.headers.get("content-type")]).toEqual([200, null, "text/csv; charset=utf-8"]);
  const written = await db.execute(sql`select from audit_log where actor = ${`user:${actor.userId}`}`);
  expect(written).toHaveLength(0);
});

test("the audit is an administrator's to read, page by page", async () => {
  const admin = await signedIn(db, "admin");
  const staff = await signedIn(db, "staff");
  expect(await ask(audit, "GET", { cookie: staff.cookie })).toMatchObject({ status: 403 });
  await ask(exports, "GET", {
    cookie: admin.cookie,
    params: { file: "refunds.csv" },
    headers: { "user-agent": "curl" },
  });
  const query = `?actor=user:${admin.actor.userId}&action=export&subject=export:refunds&page_size=1`;
  const { json } = await ask(audit, "GET", { cookie: admin.cookie, query });
  expect(json).toMatchObject({
    count: 2,
    results: [{ action: "export.end", actor_email: expect.stringContaining("@example.com"), from_device: "curl" }],
  });
  expect(await ask(audit, "GET", { cookie: admin.cookie, query: "?from=2026-13-01" })).toMatchObject({ status: 400 });
});
