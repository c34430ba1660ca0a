import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { signedIn, SITE } from "@/app/api/test-doors";
import { aWholeShop } from "@/app/api/test-shop";
import { testDatabase } from "@/db/test-database";
import { aGuest } from "@/db/test-fixtures";
import { wholeDatabase } from "@/db/test-whole-database";
import { openSession } from "@/lib/auth/open-session";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { UNTOUCHED } from "@/lib/http/form-state";

const { db } = testDatabase();
const browser = vi.hoisted(() => ({ cookie: "" }));

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ host: "localhost:3000", cookie: browser.cookie }),
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
}));
vi.mock("next-intl/server", () => ({
  getLocale: async () => "en",
  getTranslations: async () => Object.assign((key: string) => key, { rich: (key: string) => key }),
}));

/** Where an administrator's work is all that there is. */
const ADMINS = new Set([
  "people",
  "people/[id]",
  "audit",
  "codes/new",
  "products/new",
  "products/import",
  "products/import/[id]",
]);

const pages = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => file.replace(/\/?page\.tsx$/, ""))
  .toSorted();

let paramsOf: Awaited<ReturnType<typeof aWholeShop>>;
const cookies = { nobody: "", guest: "", customer: "", staff: "", admin: "" };
type Who = keyof typeof cookies;

beforeAll(async () => {
  paramsOf = await aWholeShop(db);
  for (const role of ["customer", "staff", "admin"] as const) cookies[role] = (await signedIn(db, role)).cookie;
  const visitor = await aGuest(db, { now: new Date() });
  cookies.guest = `${sessionCookieName(SITE)}=${await openSession(db, visitor.actor.userId, visitor.now)}`;
});

async function isThere(path: string, who: Who): Promise<boolean> {
  browser.cookie = cookies[who];
  const { default: Page } = await import(join(import.meta.dirname, path, "page.tsx"));
  const params = Promise.resolve(await paramsOf(path.replace(/^cases/, "")));
  const drawn = await Page({ params, searchParams: Promise.resolve({}) });
  return drawn.type !== NotFoundPage;
}

test.each(pages)("/admin/%s is there for its own people alone", async (path) => {
  const before = await wholeDatabase(db);
  for (const who of ["nobody", "guest", "customer"] as const)
    expect([who, await isThere(path, who)]).toEqual([who, false]);
  if (ADMINS.has(path)) expect(["staff", await isThere(path, "staff")]).toEqual(["staff", false]);
  expect(await wholeDatabase(db)).toEqual(before);
  if (!ADMINS.has(path)) expect(["staff", await isThere(path, "staff")]).toEqual(["staff", true]);
  expect(["admin", await isThere(path, "admin")]).toEqual(["admin", true]);
});

type Action = (...given: unknown[]) => Promise<unknown>;

const GATE = /require(Staff|Admin)Context|\bonPerson\(/;
const nouns = readdirSync("lib").filter((noun) => existsSync(`lib/${noun}/actions.ts`));
const actions = nouns.flatMap((noun) => {
  const pieces = readFileSync(`lib/${noun}/actions.ts`, "utf8").split(/^(?=export )/m);
  return pieces.flatMap((piece) => {
    const [, name] = /^export (?:const|async function) (\w+Action)\b/.exec(piece) ?? [];
    const gate = GATE.exec(piece);
    return name && gate ? [{ noun, name, isAdmins: gate[1] !== "Staff" }] : [];
  });
});

async function refusalOf(action: Action, who: Who): Promise<string> {
  browser.cookie = cookies[who];
  const given = action.length === 1 ? [new FormData()] : [UNTOUCHED, new FormData()];
  try {
    await action(...given);
    return "taken";
  } catch (thrown) {
    return thrown instanceof Error && "digest" in thrown ? String(thrown.digest) : String(thrown);
  }
}

test.each(actions)("$name takes no form from others", async ({ noun, name, isAdmins }) => {
  const action: Action = (await import(join(process.cwd(), "lib", noun, "actions.ts")))[name];
  const others: Who[] = ["nobody", "guest", "customer", ...(isAdmins ? (["staff"] as const) : [])];
  const before = await wholeDatabase(db);
  for (const who of others)
    expect([who, await refusalOf(action, who)]).toEqual([who, "NEXT_REDIRECT;replace;/admin?refused=forbidden;307;"]);
  expect(await wholeDatabase(db)).toEqual(before);
  expect(await refusalOf(action, isAdmins ? "admin" : "staff")).not.toContain("404");
});

test("pages and forms are really found", () => {
  expect(pages.length).toBeGreaterThan(25);
  expect(actions.length).toBeGreaterThan(30);
  expect([...ADMINS].filter((path) => !pages.includes(path))).toEqual([]);
});
