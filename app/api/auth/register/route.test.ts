import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { GET, POST } from "@/app/api/auth/register/route";
import { sessions, users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";

process.env.TRUSTED_PROXY_HOPS = "1";
const { db } = testDatabase({ max: 20 });
const ADDRESS = "http://localhost:3000/api/auth/register/";
const context = { params: Promise.resolve({}) };
const input = { email: "zara@example.com", password: "phulkari dupatta", name: "Zara" };

const send = (body: object, headers: Record<string, string> = {}) => {
  const all = { "content-type": "application/json", ...headers };
  return POST(new Request(ADDRESS, { method: "POST", body: JSON.stringify(body), headers: all }), context);
};

test("registering answers with the account and signs nobody in", async () => {
  const response = await send(input);
  const { user } = await response.json();
  expect(response.status).toBe(201);
  expect(user).toEqual({ id: expect.any(Number), email: "zara@example.com", name: "Zara" });
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(await db.select().from(sessions).where(eq(sessions.userId, user.id))).toEqual([]);
});

test("a second account for the same e-mail is refused", async () => {
  const response = await send({ ...input, email: "ZARA@example.com" });
  expect([response.status, (await response.json()).code]).toEqual([409, "email_taken"]);
});

test("a role or an id that a client sends is not listened to", async () => {
  const response = await send({ ...input, email: "sly@example.com", role: "admin", id: 1, is_guest: true });
  const { user } = await response.json();
  const [row] = await db.select().from(users).where(eq(users.id, user.id));
  expect(row).toMatchObject({ role: "customer", isGuest: false });
});

test("bad input is said by field, a wrong method, type or origin as anywhere", async () => {
  const bad = await send({ email: "zara", password: "short", name: "", phone: "1" });
  const { code, errors } = await bad.json();
  expect([bad.status, code]).toEqual([400, "invalid_input"]);
  expect(errors.map(({ path }: { path: string }) => path).toSorted()).toEqual(["email", "name", "password", "phone"]);
  expect((await send([])).status).toBe(400);
  expect((await send({ ...input, phone: null })).status).toBe(400);
  expect((await send(input, { "content-type": "text/plain" })).status).toBe(415);
  expect((await send(input, { origin: "https://evil.example" })).status).toBe(403);
  expect((await GET(new Request(ADDRESS), context)).headers.get("allow")).toBe("POST, OPTIONS");
});

test("one known address registers 20 times in an hour, another one goes on", async () => {
  const from = (address: string, at: number) =>
    send({ ...input, email: `many-${at}@example.com` }, { "x-forwarded-for": `1.2.3.4, ${address}` });
  const all = await Promise.all(Array.from({ length: 25 }, (_, at) => from("198.51.100.7", at)));
  expect(all.filter(({ status }) => status === 201)).toHaveLength(20);
  const refused = all.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(5);
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(3500);
  expect((await from("198.51.100.8", 99)).status).toBe(201);
});
