import { expect, test, vi } from "vitest";

process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:9/nothing";
const { GET, POST } = await import("@/app/api/auth/[...nextauth]/route");

const SITE = "http://localhost:3000/api/auth";

test("while the database cannot be reached nobody loses the session cookie, and a sign-in may be sent again", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  const asked = await GET(new Request(`${SITE}/csrf`));
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const csrf = asked.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const cookie = `${csrf}; authjs.session-token=${"A".repeat(43)}`;
  const body = new URLSearchParams({ csrfToken, email: "a@example.com", password: "whatever" });
  const answers = [
    await GET(new Request(`${SITE}/session`, { headers: { cookie } })),
    await POST(new Request(`${SITE}/callback/credentials`, { method: "POST", headers: { cookie }, body })),
  ];
  for (const answer of answers) {
    expect([answer.status, (await answer.json()).code]).toEqual([503, "database_unavailable"]);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  expect(log).not.toHaveBeenCalled();
});
