import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ALL_SHOTS } from "./all-shots";
import { emptyHashValid } from "./faulty/empty-hash-valid";
import { shopOf } from "./faulty/judged";
import { CORRECT } from "./faulty/rules";
import { runJudge } from "./run-judge";

async function printed(args: string[]) {
  const lines: string[] = [];
  const code = await runJudge(args, (line) => void lines.push(line));
  return { code, last: lines.at(-1), lines };
}

describe("the command", () => {
  test("ends with the sum, and with 1 where it convicts", async () => {
    const [good, bad] = [await shopOf(CORRECT), await shopOf(emptyHashValid)];
    const few = ["--only", "hash$"];
    const acquitted = await printed([...good.addresses, ...good.open, ...good.status, ...few]);
    expect([acquitted.code, acquitted.last]).toEqual([0, "7 passed, 0 convicted, 0 untold"]);
    const guilty = await printed([...bad.addresses, ...bad.open, ...bad.status, ...few]);
    expect([guilty.code, guilty.last]).toEqual([1, "4 passed, 3 convicted, 0 untold"]);
    expect(guilty.lines.join("\n")).toContain("CONVICTED no-hash: believed: counted as paid (callback 200)");
  });

  test("makes payments by a command of the shell, too", async () => {
    const { addresses, status, url } = await shopOf(CORRECT);
    const script = `fetch("${url}/open",{method:"POST",body:JSON.stringify({amount:process.env.JUDGE_AMOUNT||undefined})}).then(async a=>console.log(await a.text()))`;
    const open = ["--open", `${process.execPath} -e '${script}'`, "--only", "own-form"];
    expect((await printed([...addresses, ...status, ...open])).last).toBe("5 passed, 0 convicted, 0 untold");
  });

  test("has a page that names each shot", () => {
    const page = readFileSync("docs/judge.md", "utf8");
    for (const { name } of ALL_SHOTS) expect(page).toMatch(new RegExp(`[ ,]${name}[ ,]`));
  });

  test("explains each shot", async () => {
    const { code, last = "" } = await printed(["--list"]);
    const shots = last.split(/\n(?=\S)/);
    expect(code).toBe(0);
    expect(shots).toHaveLength(ALL_SHOTS.length);
    for (const shot of shots) expect(shot).toMatch(/^[a-z0-9-]+\n {2}.+\.\n {2}Right: .+\.\n {2}Why: .+\.$/);
  });

  test.each([
    ["--callback: not reached", ["--callback", "http://127.0.0.1:9/", "--salt", "s"]],
    ["--callback or --return", ["--salt", "s"]],
    ['--callback: "shop" is no http address', ["--callback", "shop", "--salt", "s"]],
    ["--salt: ", ["--callback", "http://127.0.0.1:9/"]],
    ["--paid: say", ["--callback", "http://127.0.0.1:9/", "--salt", "s", "--status", "http://127.0.0.1:9/{ref}"]],
    ["--received: ", ["--callback", "http://127.0.0.1:9/", "--salt", "s", "--received", "x"]],
    ['--paid: "(" is no regular', ["--callback", "http://127.0.0.1:9/", "--salt", "s", "--paid", "("]],
    ["is no amount", ["--callback", "http://127.0.0.1:9/", "--salt", "s", "--ref", "T1", "--amount", "15.00"]],
    ["Unknown option", ["--calback", "http://127.0.0.1:9/"]],
  ])("says %s and ends with 2", async (says, args) => {
    const { code, last } = await printed(args);
    expect([code, last]).toEqual([2, expect.stringContaining(says)]);
  });

  test.each([
    ["--paid: it matches before", ["--paid", "pending"], "open"],
    ["--failed: it matches before", ["--failed", "status"], "open"],
    ["--open: it gave no", [], "result/x"],
    ["answered 404", ["--status", "URL/nothing/{ref}"], "open"],
  ])("says %s where nothing can be judged, and ends with 2", async (says, more, place) => {
    const { addresses, status, url } = await shopOf(CORRECT);
    const args = [...addresses, ...status, "--open", `${url}/${place}`, ...more.map((arg) => arg.replace("URL", url))];
    const { code, last } = await printed(args);
    expect([code, last]).toEqual([2, expect.stringContaining(says)]);
  });

  test("a command that gives one payment again and again is found out", async () => {
    const { addresses, status, url } = await shopOf(CORRECT);
    const opened = await (await fetch(`${url}/open`, { method: "POST", body: "{}" })).text();
    const { code, last } = await printed([...addresses, ...status, "--open", `echo '${opened}'`]);
    expect([code, last]).toEqual([2, "judge: --open: it gave T000000000000001 twice; each shot wants a new one."]);
  });
});
