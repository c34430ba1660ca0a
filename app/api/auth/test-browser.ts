import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { SITE } from "@/app/api/test-doors";

/** A browser as next-auth meets it: keeps cookies, and fetches the cross-site token before it posts. */
export function aBrowser(headers: Record<string, string> = {}) {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
      if (value === "" || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const get = async (path: string) =>
    keep(await GET(new Request(`${SITE}/api/auth/${path}`, { headers: { ...headers, cookie: cookie() } })));
  const post = async (path: string, fields: Record<string, string> = {}) => {
    const { csrfToken } = (await (await get("csrf")).json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, callbackUrl: `${SITE}/cart`, ...fields });
    const sent = { method: "POST", headers: { ...headers, cookie: cookie() }, body };
    return keep(await POST(new Request(`${SITE}/api/auth/${path}`, sent)));
  };
  return {
    jar,
    cookie,
    get,
    post,
    beGuest: () => post("callback/guest"),
    signIn: (email: string, password: string) => post("callback/credentials", { email, password }),
  };
}
