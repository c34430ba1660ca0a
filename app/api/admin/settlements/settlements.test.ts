import { beforeAll, describe, expect, test } from "vitest";
import { ask, doorAt, NOBODYS_COOKIE, signedIn, SITE } from "@/app/api/test-doors";
import { settlementFiles } from "@/db/schema/settlements";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway } from "@/db/test-fixtures";
import { returned } from "@/db/test-notices";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { COLUMNS, csvOf } from "@/lib/settlements/test-files";

const { db } = testDatabase();
const files = await doorAt("admin/settlements");
const one = await doorAt("admin/settlements/[id]");
const rows = await doorAt("admin/settlements/[id]/rows");
const unsettled = await doorAt("admin/settlements/unsettled");
const cash = await doorAt("admin/cash");
const recording = await doorAt("admin/cash/record");
const calling = await doorAt("admin/orders/[id]/call");

let admin: Awaited<ReturnType<typeof signedIn>>;
beforeAll(async () => {
  admin = await signedIn(db, "admin");
});

const said = (source: keyof typeof COLUMNS) =>
  Object.entries(COLUMNS[source]).map(([field, name]) => [`column_${field}`, name] as const);
const queryOf = (...pairs: (readonly [string, string])[]) =>
  `?${new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString()}`;
const csv = { "content-type": "text/csv" };

/** What a browser sends of the page's form, its fields before the file. */
function form(fields: readonly (readonly [string, string])[], file: string, name = "نومبر.csv") {
  const mark = "----aMark";
  const part = (disposition: string, text: string) =>
    `--${mark}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${text}\r\n`;
  const body = [
    ...fields.map(([field, value]) => part(`name="${field}"`, value)),
    part(`name="file"; filename="${name}"\r\nContent-Type: text/csv`, file),
    `--${mark}--\r\n`,
  ].join("");
  return { body, headers: { "content-type": `multipart/form-data; boundary=${mark}` } };
}

async function paid() {
  const buyer = await signedIn(db);
  const { payment } = await anAttempt(buyer);
  await receiveNotice(gateway(db), returned(payment), "return");
  return payment.transaction_id;
}

describe("a settlement file by the API", () => {
  test("is taken in, read again and changes nothing when it is sent again", async () => {
    const body = csvOf("gateway", [
      { reference: await paid(), gross: 3000 },
      { reference: "T0", gross: 1 },
    ]);
    const query = queryOf(["source", "gateway"], ["name", "nov.csv"], ...said("gateway"));
    const first = await ask(files, "POST", { cookie: admin.cookie, body, headers: csv, query });
    expect(first).toMatchObject({
      status: 201,
      json: { settlement: { rows: 2, name: "nov.csv", outcomes: { settled: 1 } } },
    });
    const again = await ask(files, "POST", { cookie: admin.cookie, body, headers: csv, query: "?source=gateway" });
    expect(again).toMatchObject({ status: 200, json: { settlement: first.json.settlement } });
    const params = { id: String(first.json.settlement.id) };
    const { cookie } = admin;
    expect(await ask(one, "GET", { cookie, params })).toMatchObject({
      status: 200,
      json: { days: [{ day: "2026-11-26", net: "2940.00" }] },
    });
    const missing = await ask(rows, "GET", { cookie, params, query: "?outcome=missing_here" });
    expect(missing).toMatchObject({
      status: 200,
      json: { count: 1, results: [{ reference: "T0", payment_id: null }] },
    });
    expect(await ask(files, "GET", { cookie })).toMatchObject({ status: 200, json: { count: 1 } });
    expect(await ask(unsettled, "GET", { cookie })).toMatchObject({ status: 200, json: { count: 0 } });
    expect(await ask(one, "GET", { cookie, params: { id: "99" } })).toMatchObject({ status: 404 });
  });

  test("is the staff's, as cash and calls are", async () => {
    const staff = await signedIn(db, "staff");
    const shopper = await signedIn(db);
    const before = await db.$count(settlementFiles);
    for (const cookie of [undefined, NOBODYS_COOKIE, shopper.cookie]) {
      const status = cookie === shopper.cookie ? 403 : 401;
      expect(await ask(files, "POST", { cookie, body: "a", headers: csv, query: "?source=gateway" })).toMatchObject({
        status,
      });
      for (const door of [files, one, rows, unsettled])
        expect(await ask(door, "GET", { cookie })).toMatchObject({ status });
    }
    expect(await db.$count(settlementFiles)).toBe(before);
    const { cookie: theirs } = staff;
    const query = queryOf(["source", "gateway"], ...said("gateway"));
    const body = csvOf("gateway", [{ reference: "T-staff", gross: 1 }]);
    const taken = await ask(files, "POST", { cookie: theirs, body, headers: csv, query });
    expect(taken).toMatchObject({ status: 201, json: { settlement: { uploaded_by: staff.actor.userId } } });
    for (const door of [files, one, rows, unsettled]) {
      const params = { id: String(taken.json.settlement.id) };
      expect(await ask(door, "GET", { cookie: theirs, params })).toMatchObject({ status: 200 });
    }
    for (const cookie of [undefined, shopper.cookie]) {
      const status = cookie ? 403 : 401;
      expect(await ask(cash, "GET", { cookie })).toMatchObject({ status });
      expect(await ask(recording, "POST", { cookie, body: {} })).toMatchObject({ status });
      expect(await ask(calling, "POST", { cookie, body: {} })).toMatchObject({ status });
    }
    expect(await ask(cash, "GET", { cookie: staff.cookie })).toMatchObject({
      status: 200,
      json: { count: 0, couriers: [] },
    });
    const ids = { payment_ids: [999] };
    expect(await ask(recording, "POST", { cookie: staff.cookie, body: ids })).toMatchObject({
      status: 200,
      json: { recorded: [], refused: [{ payment_id: 999, code: "payment_not_found" }] },
    });
    expect(await ask(calling, "POST", { cookie: staff.cookie, params: { id: "999" } })).toMatchObject({ status: 404 });
  });

  test("of columns that nobody has named says which it has, and what they might be", async () => {
    const answer = await ask(files, "POST", {
      cookie: admin.cookie,
      body: csvOf("courier", []),
      headers: csv,
      query: "?source=courier",
    });
    expect(answer).toMatchObject({
      status: 400,
      json: { reason: "columns_unknown", columns: Object.values(COLUMNS.courier), guess: COLUMNS.courier },
    });
  });

  test("with rows that cannot be right says which, by code and in words", async () => {
    const wrong = csvOf("gateway", [{ reference: "T1", gross: 3000, net: 1 }]);
    const query = queryOf(["source", "gateway"], ...said("gateway"));
    expect(await ask(files, "POST", { cookie: admin.cookie, body: wrong, headers: csv, query })).toMatchObject({
      status: 400,
      json: {
        reason: "rows_wrong",
        rows: [{ row: 2, code: "wrong_sum", field: "gross", said: "3000.00", expected: "61.00" }],
        errors: [{ path: "row 2", message: expect.stringContaining("3000.00") }],
      },
    });
  });

  test.each([
    ["no source", "a", csv, "", 400],
    ["nothing in it", "", csv, "?source=gateway", 400],
    ["a picture", "a", { "content-type": "image/png" }, "?source=gateway", 415],
    ["a form without its mark", "a", { "content-type": "multipart/form-data" }, "?source=gateway", 303],
    ["more than it may", "a", { ...csv, "content-length": String(65 * 1024 * 1024) }, "?source=gateway", 413],
  ])("with %s is refused", async (_, body, headers, query, status) => {
    expect(await ask(files, "POST", { cookie: admin.cookie, body, headers, query })).toMatchObject({ status });
  });
});

describe("a settlement file by the page's form", () => {
  test("leads to the file, and one that cannot be right back to the form with the lines", async () => {
    const send = (...sent: Parameters<typeof form>) =>
      ask(files, "POST", { cookie: admin.cookie, ...form(...sent), query: "?locale=ur" }).then(
        ({ status, headers }) => [status, headers.get("location")],
      );
    const fields = [["source", "gateway"], ...said("gateway")] as const;
    const text = csvOf("gateway", [{ reference: await paid(), gross: 3000 }]);
    expect(await send(fields, text)).toEqual([
      303,
      expect.stringMatching(/^\/ur\/admin\/settlements\/\d+\?notice=taken$/),
    ]);
    expect(await send(fields, text)).toEqual([303, expect.stringMatching(/notice=known$/)]);
    const wrong = csvOf("gateway", [{ reference: "T1", gross: 3000, net: 1 }]);
    const problem = { row: 2, code: "wrong_sum", field: "gross", said: "3000.00", expected: "61.00" };
    const [status, location] = await send(fields, wrong);
    const { pathname, searchParams } = new URL(String(location), SITE);
    expect([status, pathname, searchParams.get("problem")]).toEqual([303, "/ur/admin/settlements", "rows_wrong"]);
    expect(searchParams.getAll("row").map((row) => JSON.parse(row))).toEqual([problem]);
    expect(searchParams.getAll("column")).toEqual(Object.values(COLUMNS.gateway)); // to be named anew
    expect(await send([["source", "gateway"]], "a,b\r\n1,2")).toEqual([
      303,
      "/ur/admin/settlements?source=gateway&problem=columns_unknown&column=a&column=b&sample=1&sample=2",
    ]);
    expect(await send(fields, "")).toEqual([303, "/ur/admin/settlements?source=gateway&problem=invalid_input"]);
  });
});
