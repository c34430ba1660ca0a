import { loadUserContext } from "@/lib/http/load-user-context";
import { redirectTo } from "@/lib/http/redirect-to";
import type { UserCtx } from "@/lib/shared/context";

/** Who asks for this page; a visitor without a session is led to sign in and then back to `path`. */
export async function requireUserContext(path: string): Promise<UserCtx> {
  return (await loadUserContext()) ?? redirectTo(`/sign-in?next=${encodeURIComponent(path)}`);
}
