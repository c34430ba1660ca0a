import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { sessions, users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { findUserContext, systemContext } from "@/lib/http/context";
import { type FormState, UNTOUCHED } from "@/lib/http/form-state";
import { signInAction, signOutAction, signUpAction } from "@/lib/users/actions";
import { registerUser } from "@/lib/users/register-user";

const { db } = testDatabase();
const COOKIE = "authjs.session-token";
const password = "chapli kebab";
const browser = vi.hoisted(() => new Map<string, { value: string; options: object }>());

vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({
      host: "localhost:3000",
      cookie: [...browser].map(([name, { value }]) => `${name}=${value}`).join("; "),
    }),
  cookies: async () => ({
    set: (name: string, value: string, options: object) => browser.set(name, { value, options }),
  }),
}));

vi.mock("next-intl/server", () => ({ getLocale: async () => "en" }));

beforeEach(() => browser.clear());

type Action = (state: FormState, formData: FormData) => Promise<FormState>;

async function send(action: Action, fields: Record<string, string>): Promise<{ state?: FormState; to?: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    return { state: await action(UNTOUCHED, form) };
  } catch (thrown) {
    const digest = thrown instanceof Error && "digest" in thrown ? String(thrown.digest) : "";
    if (!digest.startsWith("NEXT_REDIRECT")) throw thrown;
    return { to: digest.split(";")[2] };
  }
}

const whoIsHere = async () => (await findUserContext(`${COOKIE}=${browser.get(COOKIE)?.value}`))?.actor;

test("signing up makes the account, signs in and goes on to where the visitor was led away from", async () => {
  const answer = await send(signUpAction, { name: "Ali", email: "ali@example.com", password, next: "/checkout" });
  expect(answer).toEqual({ to: "/checkout" });
  expect(browser.get(COOKIE)?.options).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/" });
  const [user] = await db.select().from(users).where(eq(users.email, "ali@example.com"));
  expect(await whoIsHere()).toMatchObject({ userId: user?.id, role: "customer" });
});

test("a form that is refused keeps all that was typed, but for the password", async () => {
  const typed = { name: "Ali", email: "no address", password: "short" };
  const { state } = await send(signUpAction, typed);
  expect(state).toMatchObject({
    values: { name: "Ali", email: "no address" },
    errors: { email: "invalid", password: "invalid" },
    problem: { code: "invalid_input" },
  });
  expect(JSON.stringify(state)).not.toContain("short");
});

test("an e-mail that is taken is said as that", async () => {
  await registerUser(systemContext("test"), { name: "One", email: "one@example.com", password });
  const { state } = await send(signUpAction, { name: "Two", email: "ONE@example.com", password });
  expect(state).toMatchObject({ values: { name: "Two", email: "ONE@example.com" }, problem: { code: "email_taken" } });
  expect(browser.size).toBe(0);
});

test("signing in goes to a page of this site only", async () => {
  await registerUser(systemContext("test"), { name: "Nida", email: "nida@example.com", password });
  for (const [next, to] of [
    ["/orders?page=2", "/orders?page=2"],
    ["https://evil.example", "/"],
    ["//evil.example", "/"],
    ["", "/"],
  ] as const) {
    browser.clear();
    expect(await send(signInAction, { email: "Nida@example.com", password, next })).toEqual({ to });
    expect(await whoIsHere()).toMatchObject({ role: "customer" });
  }
});

test("wrong passwords are told as such ten times, then the page's action is at the same limit as the API", async () => {
  await registerUser(systemContext("test"), { name: "Umar", email: "umar@example.com", password });
  for (let tries = 0; tries < 10; tries++) {
    const { state } = await send(signInAction, { email: "umar@example.com", password: "wrong" });
    expect(state).toMatchObject({ values: { email: "umar@example.com" }, problem: { code: "not_signed_in" } });
  }
  const { state } = await send(signInAction, { email: "umar@example.com", password });
  expect(state?.problem?.code).toBe("too_many_requests");
  expect(browser.has(COOKIE)).toBe(false);
});

test("signing out ends the session and clears the cookie", async () => {
  const { id } = await registerUser(systemContext("test"), { name: "Iqra", email: "iqra@example.com", password });
  await send(signInAction, { email: "iqra@example.com", password });
  expect(await db.select().from(sessions).where(eq(sessions.userId, id))).toHaveLength(1);
  expect(await send(signOutAction, {})).toEqual({ to: "/" });
  expect(browser.get(COOKIE)).toMatchObject({ value: "", options: { maxAge: 0 } });
  expect(await db.select().from(sessions).where(eq(sessions.userId, id))).toEqual([]);
});
