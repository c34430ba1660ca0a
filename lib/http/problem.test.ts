import { sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { testDatabase } from "@/db/test-database";
import { problem } from "@/lib/http/problem";
import { AppError, ERROR_STATUS, type ErrorCode, invalidField } from "@/lib/shared/errors";

const { db } = testDatabase({ max: 2 });
const log = vi.spyOn(console, "error").mockReturnValue();
afterEach(() => log.mockClear());

async function told(thrown: unknown) {
  const response = problem(thrown);
  return { headers: response.headers, body: await response.json() };
}

const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (thrown: unknown) => thrown,
  );

test("every refusal has a status with a title of its own", async () => {
  for (const code of Object.keys(ERROR_STATUS) as ErrorCode[]) {
    const { headers, body } = await told(new AppError(code, "So it is."));
    expect(body).toEqual({
      type: `urn:sauda:problem:${code}`,
      title: expect.any(String),
      status: ERROR_STATUS[code],
      detail: "So it is.",
      code,
    });
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(headers.get("cache-control")).toBe("no-store");
  }
});

test("bad input is said by the field's path as it was sent", async () => {
  const Input = z.object({ lines: z.array(z.object({ quantity: z.int("must be whole") })) });
  const { body } = await told(Input.safeParse({ lines: [{ quantity: 1 }, { quantity: 1.5 }] }).error);
  expect(body.errors).toEqual([{ path: "lines.1.quantity", message: "must be whole" }]);
  expect(body.detail).toBe("lines.1.quantity: must be whole");
  expect((await told(invalidField("city", "is unknown"))).body.errors).toEqual([
    { path: "city", message: "is unknown" },
  ]);
});

test("what goes wrong by our own fault says nothing outside, and nobody's address to the log", async () => {
  const secret = "7 Secret Lane";
  const faults = [
    new TypeError(`cannot read ${secret}`),
    secret,
    null,
    await thrownBy(db.execute(sql`select * from no_such_table where address = ${secret}`)),
    await thrownBy(db.execute(sql`insert into categories (slug) values (${secret})`)),
  ];
  for (const fault of faults) {
    const { body } = await told(fault);
    expect([body.status, body.code]).toEqual([500, "internal_error"]);
    expect(JSON.stringify(body)).not.toMatch(/secret|select|insert|table|slug|\.ts/i);
  }
  expect(log).toHaveBeenCalledTimes(faults.length);
  const logged = log.mock.calls.slice(1).map(String).join("\n");
  expect(logged).toContain("no_such_table");
  expect(logged).not.toContain(secret);
});

const slowly = sql`select pg_sleep(5)`;
const END_SLEEPERS = sql`
  select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
const OUTAGES: [string, () => Promise<unknown>][] = [
  [
    "a statement that takes too long",
    () =>
      db.transaction(async (tx) => [await tx.execute(sql`set local statement_timeout = 50`), await tx.execute(slowly)]),
  ],
  [
    "a lock that is not to be had",
    () =>
      db.transaction(async (held) => {
        await held.execute(sql`lock table users in access exclusive mode`);
        await db.transaction(async (tx) => {
          await tx.execute(sql`set local lock_timeout = 50`);
          await tx.execute(sql`select from users`);
        });
      }),
  ],
  [
    "a connection that is ended by the server",
    async () => {
      const work = thrownBy(db.execute(slowly));
      for (let ended = 0; ended === 0;) ended = (await db.execute(END_SLEEPERS)).length;
      throw await work;
    },
  ],
];

test.each(OUTAGES)("%s may be asked for again", async (_, work) => {
  const { headers, body } = await told(await thrownBy(work()));
  expect([body.status, body.code]).toEqual([503, "database_unavailable"]);
  expect(headers.get("retry-after")).toBe("5");
  expect(JSON.stringify(body)).not.toMatch(/select|sleep|users/);
  expect(log).not.toHaveBeenCalled();
  const again = () => Promise.allSettled([1, 2].map(() => db.execute(sql`select pg_sleep(0.01)`)));
  await expect.poll(async () => (await again()).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
});
