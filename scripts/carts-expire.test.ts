import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { aLine, later, linesOf, somebody } from "@/db/test-fixtures";
import type { UserCtx } from "@/lib/shared/context";
import { rootFolder } from "@/scripts/root-folder";

const { db, url } = testDatabase();

/** The command as an operator runs it: what it says and how it ends. */
async function run(args: string[], databaseUrl = url) {
  const program = spawn(process.execPath, ["--import", "tsx", "scripts/carts-expire.ts", ...args], {
    cwd: rootFolder,
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  const said = { out: "", error: "" };
  program.stdout.on("data", (chunk) => (said.out += chunk));
  program.stderr.on("data", (chunk) => (said.error += chunk));
  const [code] = await once(program, "close");
  return { code, ...said };
}

const hoursAgo = (ctx: UserCtx, hours: number): UserCtx => ({ ...ctx, now: later(new Date(), -hours * 60) });

it("a dry run tells and changes nothing; the run itself tells and ends the lines; other hours can be asked for", async () => {
  const ctx = await somebody(db);
  await aLine(hoursAgo(ctx, 30));
  await aLine(hoursAgo(ctx, 25));
  await aLine(hoursAgo(ctx, 23));
  const found = "2 lines have been in a cart for 24 hours or longer";
  expect(await run(["--dry-run"])).toEqual({ code: 0, out: `${found}. Dry run: nothing was changed.\n`, error: "" });
  expect((await linesOf(ctx)).every((line) => line.isActive)).toBe(true);
  expect(await run([])).toEqual({ code: 0, out: `${found} and left it.\n`, error: "" });
  expect((await linesOf(ctx)).map((line) => line.endedAs)).toEqual(["expired", "expired", null]);
  const shorter = await run(["--hours", "22.5"]);
  expect(shorter.out).toBe("1 line has been in a cart for 22.5 hours or longer and left it.\n");
  expect((await linesOf(ctx)).map((line) => line.endedAs)).toEqual(["expired", "expired", "expired"]);
});

it("a wrong word is answered in one line with exit 1, and nothing is done", async () => {
  const ctx = await somebody(db);
  await aLine(hoursAgo(ctx, 30));
  const usage = "Use it like this: npm run carts:expire -- [--dry-run] [--hours N], N being a number of hours above 0.";
  const answers = await Promise.all([run(["--hours=0"]), run(["--hours", "12h"]), run(["--dryrun"]), run([], "")]);
  expect(answers.map(({ code, out, error }) => [code, out, error.trimEnd()])).toEqual([
    [1, "", '--hours: "0" is not a number of hours above 0.'],
    [1, "", '--hours: "12h" is not a number of hours above 0.'],
    [1, "", usage],
    [1, "", "DATABASE_URL: is required and was not set"],
  ]);
  expect(await linesOf(ctx)).toMatchObject([{ isActive: true }]);
});
