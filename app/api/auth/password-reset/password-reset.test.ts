import { desc } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask, doorAt } from "@/app/api/test-doors";
import { outgoingMessages } from "@/db/schema/messages";
import { testDatabase } from "@/db/test-database";

process.env.TRUSTED_PROXY_HOPS = "1";
const { db } = testDatabase();
const account = { email: "zara@example.com", password: "phulkari dupatta", name: "Zara" };

const post = async (path: string, body: unknown, address = "203.0.113.1") =>
  ask(await doorAt(`auth/${path}`), "POST", { body, headers: { "x-forwarded-for": address } });

test("the answer is the same whoever has the e-mail, and the link in the mail sets the password once", async () => {
  await post("register", account);
  const known = await post("password-reset", { email: "ZARA@example.com" });
  const unknown = await post("password-reset", { email: "nobody@example.com" });
  expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
  expect(known.status).toBe(200);
  const [mail] = await db.select().from(outgoingMessages).orderBy(desc(outgoingMessages.id));
  const input = { token: mail?.details.token, password: "a new long secret" };
  expect((await post("password-reset/confirm", { ...input, password: "short" })).json.errors[0].path).toBe("password");
  expect((await post("password-reset/confirm", input)).status).toBe(200);
  const again = await post("password-reset/confirm", input);
  expect([again.status, again.json.code]).toEqual([400, "reset_link_invalid"]);
});

test("one address asks, and guesses, twenty times an hour", async () => {
  for (const [path, body] of [
    ["password-reset", { email: "nobody@example.com" }],
    ["password-reset/confirm", { token: "A".repeat(43), password: "a new long secret" }],
  ] as const) {
    const address = path === "password-reset" ? "203.0.113.2" : "203.0.113.3";
    for (let at = 0; at < 20; at++) expect((await post(path, body, address)).status).toBeLessThan(429);
    const refused = await post(path, body, address);
    expect([refused.status, refused.headers.has("retry-after")]).toEqual([429, true]);
    expect((await post(path, body, "203.0.113.4")).status).toBeLessThan(429);
  }
});
