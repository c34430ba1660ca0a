import { listAddresses } from "@/lib/addresses/queries";
import { requireAccountContext } from "@/lib/http/require-user-context";

/** The account page's saved addresses. */
export async function loadAddresses() {
  return listAddresses(await requireAccountContext("/account"));
}
