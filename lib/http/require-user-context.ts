import { loadAccountContext, loadUserContext } from "@/lib/http/load-user-context";
import { redirectTo } from "@/lib/http/redirect-to";
import type { UserCtx } from "@/lib/shared/context";

const toSignIn = (path: string): Promise<never> => redirectTo(`/sign-in?next=${encodeURIComponent(path)}`);

/** Who asks for this page, guests too; a visitor without a session is led to sign in and then back to `path`. */
export async function requireUserContext(path: string): Promise<UserCtx> {
  return (await loadUserContext()) ?? toSignIn(path);
}

/** The same where only an account will do: guests are led to sign in. */
export async function requireAccountContext(path: string): Promise<UserCtx> {
  return (await loadAccountContext()) ?? toSignIn(path);
}
