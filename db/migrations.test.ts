import { readdirSync, readFileSync } from "node:fs";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { expect, test } from "vitest";

test("the migrations make the tables that the code believes in", async () => {
  const last = readdirSync("drizzle/meta")
    .filter((file) => file.endsWith("_snapshot.json"))
    .toSorted()
    .at(-1);
  const made = JSON.parse(readFileSync(`drizzle/meta/${last}`, "utf8"));
  const files = readdirSync("db/schema").map((file) => `@/db/schema/${file.replace(/\.ts$/, "")}`);
  const schema: Record<string, unknown> = Object.assign({}, ...(await Promise.all(files.map((file) => import(file)))));
  const believed = generateDrizzleJson(schema, made.id, undefined, "snake_case");
  expect(await generateMigration(made, believed)).toEqual([]);
});
