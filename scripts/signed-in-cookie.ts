const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

/** The cookies of somebody who signs in to a running shop, or null where the shop does not know them. */
export async function signedInCookie(site: string, who: { email: string; password: string }): Promise<string | null> {
  const asked = await fetch(`${site}/api/auth/csrf`);
  const { csrfToken }: { csrfToken: string } = await asked.json();
  const answer = await fetch(`${site}/api/auth/callback/credentials`, {
    method: "POST",
    body: new URLSearchParams({ csrfToken, ...who }),
    headers: { cookie: cookiesOf(asked), origin: site },
    redirect: "manual",
  });
  const cookie = cookiesOf(answer);
  return cookie.includes("session-token") ? cookie : null;
}
