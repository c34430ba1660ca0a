import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { GET, POST, PUT } from "@/app/api/auth/[...nextauth]/route";
import { sessions, users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { findUserContext, systemContext, userContext } from "@/lib/http/context";
import { registerUser } from "@/lib/users/register-user";

const { db } = testDatabase({ max: 20 });
const SITE = "http://localhost:3000";
const password = "gajar ka halwa";
const COOKIE = "authjs.session-token";

const register = (email: string) => registerUser(systemContext("test"), { email, password, name: "Omar" });

const cookiesOf = (response: Response): string[] => response.headers.getSetCookie();

const jarOf = (...responses: Response[]): string =>
  responses
    .flatMap(cookiesOf)
    .map((line) => line.split(";")[0])
    .join("; ");

async function visitor() {
  const response = await GET(new Request(`${SITE}/api/auth/csrf`));
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  return { csrfToken, cookie: jarOf(response) };
}

type Extra = { headers?: Record<string, string>; asJson?: boolean };

async function signIn(fields: Record<string, string>, { headers = {}, asJson = false }: Extra = {}) {
  const { csrfToken, cookie } = await visitor();
  const all = { csrfToken, callbackUrl: `${SITE}/cart`, ...fields };
  const body = asJson ? JSON.stringify(all) : new URLSearchParams(all).toString();
  const type = asJson ? "application/json" : "application/x-www-form-urlencoded";
  const sent = { cookie, "content-type": type, ...headers };
  return POST(new Request(`${SITE}/api/auth/callback/credentials`, { method: "POST", headers: sent, body }));
}

const sessionOf = (cookie: string) => GET(new Request(`${SITE}/api/auth/session/`, { headers: { cookie } }));

test("the right password opens a session, whose cookie scripts cannot read and other sites cannot post with", async () => {
  const user = await register("omar@example.com");
  const response = await signIn({ email: "OMAR@example.com", password });
  expect([response.status, response.headers.get("location")]).toEqual([302, `${SITE}/cart`]);
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  const line = cookiesOf(response).find((each) => each.startsWith(COOKIE));
  expect(line).toMatch(/^authjs\.session-token=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);

  const cookie = jarOf(response);
  expect((await findUserContext(cookie))?.actor).toMatchObject({ userId: user.id, role: "customer" });
  const session = await sessionOf(cookie);
  expect(await session.json()).toMatchObject({
    user: { id: String(user.id), email: "omar@example.com", name: "Omar", role: "customer" },
  });
  expect(session.headers.get("cache-control")).toBe("private, no-store");
  expect(jarOf(session)).toContain(line?.split(";")[0]);
});

test("a wrong password, an unknown e-mail and a disabled account are one answer, and nothing is logged", async () => {
  const { id } = await register("off@example.com");
  await register("on@example.com");
  await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, id));
  const logs = [vi.spyOn(console, "error"), vi.spyOn(console, "log"), vi.spyOn(console, "warn")];
  const answers = await Promise.all([
    signIn({ email: "on@example.com", password: "wrong" }),
    signIn({ email: "nobody@example.com", password: "wrong" }),
    signIn({ email: "off@example.com", password }),
    signIn({ email: "on@example.com" }),
  ]);
  for (const answer of answers) {
    const location = `${SITE}/sign-in?error=CredentialsSignin&code=credentials`;
    expect([answer.status, answer.headers.get("location")]).toEqual([302, location]);
    expect(jarOf(answer)).not.toContain(COOKIE);
  }
  for (const log of logs) expect(log).not.toHaveBeenCalled();
});

test("30 wrong passwords at once, as forms and as JSON: 10 are looked at, the others are told when to come again", async () => {
  await register("guessed@example.com");
  const tries = await Promise.all(
    Array.from({ length: 30 }, (_, at) =>
      signIn(
        { email: at % 3 ? "guessed@example.com" : "Guessed@Example.COM", password: `${at}` },
        { asJson: at % 2 === 0 },
      ),
    ),
  );
  expect(tries.filter(({ status }) => status === 302)).toHaveLength(10);
  const refused = tries.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(20);
  for (const answer of refused) {
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(800);
    expect(await answer.json()).toMatchObject({ code: "too_many_requests", status: 429 });
  }
  expect((await signIn({ email: "guessed@example.com", password })).status).toBe(429);
});

test("a header that a client writes itself is no way around the limit", async () => {
  for (let tries = 0; tries < 10; tries++) await signIn({ email: "spoof@example.com", password: "wrong" });
  const headers = { "x-forwarded-for": "203.0.113.200" };
  expect((await signIn({ email: "spoof@example.com", password: "wrong" }, { headers })).status).toBe(429);
});

test("12 right passwords in a row all sign in", async () => {
  await register("often@example.com");
  for (let times = 0; times < 12; times++) {
    expect(jarOf(await signIn({ email: "often@example.com", password }, { asJson: true }))).toContain(COOKIE);
  }
});

test("signing out deletes the session at once", async () => {
  await register("leaving@example.com");
  const cookie = jarOf(await signIn({ email: "leaving@example.com", password }));
  const other = await visitor();
  const ctx = await userContext(new Request(SITE, { headers: { cookie } }));
  const headers = { cookie: `${cookie}; ${other.cookie}`, "content-type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams({ csrfToken: other.csrfToken }).toString();
  const response = await POST(new Request(`${SITE}/api/auth/signout`, { method: "POST", headers, body }));
  expect(response.status).toBe(302);
  expect(cookiesOf(response).find((line) => line.startsWith(COOKIE))).toContain("Max-Age=0");
  expect(await findUserContext(cookie)).toBeNull();
  expect(await db.select().from(sessions).where(eq(sessions.userId, ctx.actor.userId))).toEqual([]);
  expect(await (await sessionOf(cookie)).json()).toBeNull();
});

test("nothing that a client sends to the session's own door changes who it is", async () => {
  const { id } = await register("plain@example.com");
  const cookie = jarOf(await signIn({ email: "plain@example.com", password }));
  const other = await visitor();
  const body = JSON.stringify({
    csrfToken: other.csrfToken,
    data: { role: "admin", sub: "1", sid: "x", user: { id: "1" } },
  });
  const headers = { cookie: `${cookie}; ${other.cookie}`, "content-type": "application/json" };
  const response = await POST(new Request(`${SITE}/api/auth/session`, { method: "POST", headers, body }));
  expect(await response.json()).toMatchObject({ user: { id: String(id), role: "customer" } });
  expect((await findUserContext(cookie))?.actor).toMatchObject({ userId: id, role: "customer" });
});

test("without the CSRF token no password is looked at and none counts", async () => {
  await register("calm@example.com");
  const body = new URLSearchParams({ email: "calm@example.com", password: "wrong" });
  for (let tries = 0; tries < 12; tries++) {
    const response = await POST(new Request(`${SITE}/api/auth/callback/credentials`, { method: "POST", body }));
    expect(response.headers.get("location")).toContain("error=MissingCSRF");
  }
  expect((await signIn({ email: "calm@example.com", password })).status).toBe(302);
});

test("another site cannot sign anybody in", async () => {
  const others = [
    ["origin", "https://evil.example"],
    ["origin", "null"],
    ["sec-fetch-site", "cross-site"],
  ] as const;
  for (const [name, value] of others) {
    const response = await signIn({ email: "omar@example.com", password }, { headers: { [name]: value } });
    expect(await response.json()).toMatchObject({ status: 403, code: "cross_origin" });
  }
});

test("sign-in leads nowhere but to this site", async () => {
  await register("phished@example.com");
  for (const callbackUrl of ["https://evil.example/", "//evil.example", "javascript:alert(1)", "::::"]) {
    const response = await signIn({ email: "phished@example.com", password, callbackUrl });
    expect(new URL(response.headers.get("location") ?? "").origin).toBe(SITE);
    expect(jarOf(response)).toContain(COOKIE);
  }
});

test("paths, methods and bodies that are not next-auth's are problems, never a broken page", async () => {
  const codeOf = async (response: Response | Promise<Response>) => [
    (await response).status,
    (await (await response).json()).code,
  ];
  const post = (path: string, body: BodyInit = "{}", type = "application/json") =>
    POST(new Request(`${SITE}/api/auth/${path}`, { method: "POST", body, headers: { "content-type": type } }));
  expect(await codeOf(post("callback/nobody"))).toEqual([404, "not_found"]);
  expect(await codeOf(post("callback/github/"))).toEqual([404, "not_found"]);
  expect(await codeOf(GET(new Request(`${SITE}/api/auth/callback`)))).toEqual([404, "not_found"]);
  expect(await codeOf(GET(new Request(`${SITE}/api/auth/csrf?callbackUrl=foo://[`)))).toEqual([400, "invalid_input"]);
  expect(await codeOf(post("callback/credentials", "x".repeat(300_000)))).toEqual([413, "payload_too_large"]);
  const put = await PUT(new Request(`${SITE}/api/auth/session`, { method: "PUT" }));
  expect([put.status, put.headers.get("allow")]).toEqual([405, "GET, POST, HEAD, OPTIONS"]);
  for (const body of ["{", "null", "[]", '{"email":{"a":1}}']) {
    expect((await post("callback/credentials", body)).status).toBeLessThan(500);
  }
});
