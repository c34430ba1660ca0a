import { requireUserContext } from "@/lib/http/require-user-context";
import { getUser } from "@/lib/users/get-user";

/** The account page's own; a visitor without a session is led to sign in. */
export async function loadAccount() {
  return getUser(await requireUserContext("/account"));
}
