import { expect, test } from "vitest";
import { testDatabase } from "@/db/test-database";

process.env.SITE_URL = "https://shop.example";
process.env.TRUSTED_PROXY_HOPS = "1";
process.env.AUTH_URL = "https://shop.example"; // as the start sets it from SITE_URL
process.env.NEXTAUTH_URL = "http://elsewhere.example/api/auth";
testDatabase();
const { GET, POST } = await import("@/app/api/auth/[...nextauth]/route");
const { findUserContext, systemContext } = await import("@/lib/http/context");
const { registerUser } = await import("@/lib/users/register-user");

const PLACE = "http://127.0.0.1:3000/api/auth"; // where the proxy sends it
const password = "khewra rock salt";

async function signIn(email: string, given: string, address: string) {
  const asked = await GET(new Request(`${PLACE}/csrf`));
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const cookie = asked.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const body = new URLSearchParams({ csrfToken, email, password: given });
  const headers = { cookie, "x-forwarded-for": address, origin: "https://shop.example" };
  return POST(new Request(`${PLACE}/callback/credentials/`, { method: "POST", headers, body }));
}

test("on https the cookie has the prefix that only https may set, whatever next-auth's own variables say", async () => {
  await registerUser(systemContext("test"), { email: "safe@example.com", password, name: "Safe" });
  const response = await signIn("safe@example.com", password, "203.0.113.1");
  const lines = response.headers.getSetCookie();
  const line = lines.find((each) => each.includes("session-token")) ?? "";
  expect(line).toMatch(
    /^__Secure-authjs\.session-token=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(new URL(response.headers.get("location") ?? "").origin).toBe("https://shop.example");
  expect(await findUserContext(line.split(";")[0] ?? "")).not.toBeNull();
});

test("guesses from one known address do not lock the owner out at another", async () => {
  await registerUser(systemContext("test"), { email: "owner@example.com", password, name: "Owner" });
  for (let tries = 0; tries < 12; tries++) {
    expect((await signIn("owner@example.com", "wrong", "203.0.113.66")).status).toBe(tries < 10 ? 302 : 429);
  }
  expect((await signIn("owner@example.com", password, "203.0.113.1")).status).toBe(302);
});
