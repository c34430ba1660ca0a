import { cookies, headers } from "next/headers";
import { cookieOptions, cookieText } from "@/lib/auth/cookie-text";
import { type Merged, MERGED_COOKIE, writeMerged } from "@/lib/users/model";

const SECONDS = 300;

/** Carries what a sign-in brought to the next page, for a browser that goes there by itself. */
export const mergedCookie = (merged: Merged): string => cookieText(MERGED_COOKIE, writeMerged(merged), SECONDS);

/**
 * The same in a server action. With JavaScript the answer to the action carries the next page already, made with this
 * very cookie: the browser need not keep it.
 */
export async function tellMerged(merged: Merged): Promise<void> {
  const carriesPage = (await headers()).has("next-action");
  (await cookies()).set(MERGED_COOKIE, writeMerged(merged), cookieOptions(carriesPage ? 0 : SECONDS));
}
