import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const LEFT_OUT = /^(node_modules|\.next|\.data|\.git|test-results|playwright-report|drizzle|public)$/;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.test(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });

type Source = { path: string; text: string; imports: string[] };

const IMPORT =
  /^(?:import|export)\s+(?!type\b)(?:([^;"']*?)\s+from\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
const isOfTypesOnly = (names = "") => /^\{\s*(type \w+( as \w+)?,?\s*)+\}$/.test(names);

/** What a file needs when it runs, by its path from the root; types alone are anybody's. */
const importsOf = (path: string, text: string): string[] =>
  [...text.matchAll(IMPORT)].flatMap(([, names, from, lazily]) => {
    const name = from ?? lazily ?? "";
    if (isOfTypesOnly(names)) return [];
    return [name.startsWith(".") ? join(dirname(path), name) : name.replace(/^@\//, "")];
  });

const all = filesIn(".");
const sources: Source[] = all
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith(".d.ts"))
  .map((path) => {
    const text = readFileSync(path, "utf8");
    return { path, text, imports: importsOf(path, text) };
  });
const isTest = (path: string) => /(\.test\.tsx?|\.spec\.ts|\/test-[\w-]+\.ts)$/.test(path);
const product = sources.filter(({ path }) => !isTest(path));

const FRAMEWORK = /^(next|next-intl|react|react-dom|server-only|client-only)(\/|$)/;
const DATABASE = /^(drizzle-orm|postgres)(\/|$)|^db\//;
const PURE_MODEL = /^lib\/(\w+\/model|shared\/[\w-]+)$/;
const DRAWN =
  /^components\/|^i18n\/|^(react|react-dom|next|next-intl|@tanstack\/react-query|lucide-react|sonner|recharts)(\/|$)/;
const ACTIONS = /^lib\/\w+\/(model|schemas|actions)$|^lib\/shared\/|^lib\/http\/form-state$/;
const NO_NOUNS = /^(auth|carriers|http|jazzcash|shared)$/;
const NOUNS = readdirSync("lib", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !NO_NOUNS.test(entry.name))
  .map(({ name }) => name)
  .join("|");

type Room = { says: string; files: RegExp; never?: RegExp; only?: RegExp; but?: RegExp };

const ROOMS: Room[] = [
  { says: "doors and pages never meet the database", files: /^(app|components|i18n)\/|^proxy/, never: DATABASE },
  {
    says: "what is drawn knows models, schemas and actions; the frame around all pages also loads what it says to its visitor",
    files: /^components\//,
    only: new RegExp(`${DRAWN.source}|${ACTIONS.source}`),
    but: /^components\/shell\/shop-frame\.tsx -> lib\/users\/loaders$/,
  },
  { says: "the gateway's language knows neither database nor framework", files: /^lib\/jazzcash\//, never: DATABASE },
  {
    says: "the gateway's language is pure",
    files: /^lib\/jazzcash\//,
    only: /^lib\/(jazzcash|shared)\/|^node:crypto$|^zod$/,
  },
  { says: "what all share is pure", files: /^lib\/shared\//, only: /^lib\/shared\/|^node:crypto$|^zod$/ },
  { says: "a model knows other models", files: /^lib\/\w+\/model\.ts$/, only: PURE_MODEL },
  {
    says: "schemas know models and schemas",
    files: /^lib\/\w+\/schemas\.ts$/,
    only: new RegExp(`${PURE_MODEL.source}|^lib/\\w+/schemas$|^zod$`),
  },
  {
    says: "use-cases run in tests, cron, commands and the seed",
    files: new RegExp(`^lib/(${NOUNS}|jazzcash)/(?!actions|loaders)`),
    never: FRAMEWORK,
  },
  {
    says: "the core knows nothing of doors, drawings, commands and what surrounds the store",
    files: /^(lib|db)\//,
    never: /^(app|components|e2e|scripts)\//,
  },
  {
    says: "the store knows nothing of what surrounds it",
    files: /^(app|components|i18n)\/|^proxy/,
    never: /^(e2e|scripts)\//,
  },
  { says: "tables are made of models", files: /^db\/schema\//, only: /^db\/schema\/|^drizzle-orm|^lib\/\w+\/model$/ },
  { says: "the database's folder is no framework's", files: /^db\//, never: FRAMEWORK },
  { says: "languages are next-intl's and nothing else", files: /^i18n\//, only: /^(next-intl|i18n)\/|^next-intl$/ },
  { says: "letters and carriers are given what they need", files: /^(mails|lib\/carriers)\//, never: DATABASE },
  {
    says: "the simulator shares no code with the store",
    files: /^e2e\/simulator\//,
    never: /^(app|components|db|i18n|lib|scripts)\//,
  },
  { says: "only lib/auth speaks with next-auth", files: /^(?!lib\/auth\/)/, never: /^(next-auth|@auth)(\/|$)/ },
  { says: "only lib/auth knows how passwords are kept", files: /^(?!lib\/auth\/)/, never: /argon2/ },
  { says: "only db opens connections", files: /^(app|components|i18n|lib|scripts)\//, never: /^postgres$/ },
];

describe("who may know whom", () => {
  test.each(ROOMS)("$says", ({ files, never, only, but }) => {
    const inRoom = product.filter(({ path }) => files.test(path));
    expect(inRoom).not.toEqual([]);
    const wrong = inRoom
      .flatMap(({ path, imports }) => imports.map((name) => ({ arrow: `${path} -> ${name}`, name })))
      .filter(({ name }) => never?.test(name) || (only && !only.test(name)))
      .map(({ arrow }) => arrow)
      .filter((arrow) => !but?.test(arrow));
    expect(wrong).toEqual([]);
  });

  test("the imports are really read", () => {
    const read = (path: string) => sources.find((source) => source.path === path)?.imports;
    expect(read("lib/http/problem.ts")).toEqual([
      "zod",
      "lib/http/database-refusal",
      "lib/shared/describe-error",
      "lib/shared/errors",
    ]);
    expect(read("lib/shared/context.ts")).toEqual([]);
    expect(
      importsOf("a/b.ts", 'import "./c";\nexport { d, type E } from "../f";\nconst g = await import("@/h");'),
    ).toEqual(["a/c", "f", "h"]);
  });
});

const say = (pattern: RegExp, from: Source[]) =>
  from.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([found]) => `${path}: ${found}`));

describe("what is said where", () => {
  test("models and shared words are the same at every time and place", () => {
    const pure = product.filter(({ path }) => /^lib\/(\w+\/model|shared\/(?!ids)[\w-]+)\.ts$/.test(path));
    const impure =
      /\b(Date\.now|new Date\(\)|Math\.random|random\w*\(|process\.|fetch\(|console\.|setTimeout|performance\.)/g;
    expect(say(impure, pure)).toEqual([]);
  });

  test("only lib/env.ts reads the environment of the store", () => {
    const reads = product.filter(({ path }) => !/^(scripts|e2e)\/|^(lib\/env|[\w.]+)\.ts$/.test(path));
    expect(say(/process\.env/g, reads)).toEqual([]);
    const simulator = product.filter(({ path }) => /^e2e\/simulator\/(?!main\.ts)/.test(path));
    expect(say(/process\.env/g, simulator)).toEqual([]);
  });

  test("use-cases take the time from their context", () => {
    const useCases = product.filter(({ path }) => new RegExp(`^lib/(${NOUNS})/(?!loaders|actions)`).test(path));
    expect(say(/new Date\(\)|Date\.now/g, useCases)).toEqual([
      "lib/payments/pay-by-wallet.ts: new Date()", // its answer comes a minute after the context was made
    ]);
  });

  test("a door says which methods it answers and no more, and on the way to a paid order nothing waits behind a fallback", () => {
    const doors = product.filter(({ path }) => /^app\/api\/.*route\.ts$/.test(path));
    for (const { path, text } of doors) expect(text, path).toMatch(/= route\(|export \{ answer as/);
    expect(
      say(
        /\bSuspense\b|cacheComponents/g,
        product.filter(({ path }) => /^app\/|^next\.config/.test(path)),
      ),
    ).toEqual([]);
    expect(all.filter((path) => /^app\/.*\/loading\.tsx$/.test(path))).toEqual([]);
  });
});

const camel = (name: string) => name.replace(/-./g, (dash) => dash.slice(1).toUpperCase());

describe("where things are", () => {
  test("a noun's folder holds models, schemas, queries, loaders, actions, and use-cases named as their function", () => {
    const inNouns = product.filter(({ path }) => new RegExp(`^lib/(${NOUNS})/`).test(path));
    const unnamed = inNouns.filter(({ path, text }) => {
      const name =
        path
          .split("/")
          .at(-1)
          ?.replace(/\.tsx?$/, "") ?? "";
      if (/^(model|schemas|queries|loaders|actions)$/.test(name)) return false;
      return !new RegExp(`export (async )?(function\\*?|const|type) ${camel(name)}`, "i").test(text);
    });
    expect(unnamed.map(({ path }) => path)).toEqual([]);
  });

  test("no folder or file is called by nothing, and no barrel hides who uses what", () => {
    const nameless = /(^|\/)(utils?|helpers?|services|repositories|types|common|misc|index)(\.tsx?|\/|$)/;
    expect(sources.map(({ path }) => path).filter((path) => nameless.test(path))).toEqual([]);
    expect(say(/^export \* from .*/gm, sources)).toEqual([]);
  });

  test("names are in kebab-case", () => {
    const kebab = /(^|\/)[a-z0-9]+(-[a-z0-9]+)*(\.\w+)?(\.(test|spec|config))?\.(ts|tsx|mjs)$/;
    expect(sources.map(({ path }) => path).filter((path) => !kebab.test(path))).toEqual([]);
  });

  test("a file is read in one look", () => {
    const LONG = ["e2e/simulator/hosted-page.test.ts", "scripts/draw-picture/food.ts"];
    const long = sources.filter(({ text }) => text.trimEnd().split("\n").length > 200).map(({ path }) => path);
    expect(long.filter((path) => !LONG.includes(path))).toEqual([]);
  });
});
