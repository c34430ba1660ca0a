import { expect, test, vi } from "vitest";
import { testDatabase } from "@/db/test-database";

process.env.AUTH_URL = "not an address";
const { db } = testDatabase();
const { GET, POST } = await import("@/app/api/auth/[...nextauth]/route");
const { findUserContext, systemContext, userContext } = await import("@/lib/http/context");
const { openSession } = await import("@/lib/auth/open-session");
const { registerUser } = await import("@/lib/users/register-user");

const SITE = "http://localhost:3000";
const COOKIE = "authjs.session-token";

test("where next-auth's configuration is broken its door says so, and nobody is taken for signed in", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  for (const response of [
    await GET(new Request(`${SITE}/api/auth/session`)),
    await POST(new Request(`${SITE}/api/auth/callback/credentials`, { method: "POST", body: new URLSearchParams() })),
  ]) {
    expect([response.status, (await response.json()).code]).toEqual([500, "internal_error"]);
    expect(response.headers.getSetCookie()).toEqual([]);
  }
  expect(log).toHaveBeenCalled();
  for (const cookie of ["", `${COOKIE}=true`, `${COOKIE}=${"A".repeat(43)}`, `${COOKIE}={"message":"a session?"}`]) {
    await expect(userContext(new Request(SITE, { headers: { cookie } }))).rejects.toMatchObject({ status: 401 });
  }
});

test("a session of ours stands all the same", async () => {
  const input = { email: "still@example.com", password: "multani mitti", name: "Still" };
  const { id } = await registerUser(systemContext("test"), input);
  const sessionId = await openSession(db, id, new Date());
  expect((await findUserContext(`${COOKIE}=${sessionId}`))?.actor).toMatchObject({ userId: id });
});
