import { env } from "@/lib/env";
import { loadStaffContext } from "@/lib/http/load-staff-context";
import { loadUserContext } from "@/lib/http/load-user-context";
import { publicContext } from "@/lib/http/public-context";
import { requireAccountContext } from "@/lib/http/require-user-context";
import { isAdmin, isStaff } from "@/lib/shared/context";
import { findDeskHead } from "@/lib/users/find-desk-head";
import { findResetLink } from "@/lib/users/find-reset-link";
import { findSecondFactor } from "@/lib/users/find-second-factor";
import { findStanding } from "@/lib/users/find-standing";
import { listSessions } from "@/lib/users/list-sessions";
import { getUser } from "@/lib/users/get-user";

/** For the head of each page; without a session nothing is looked up. */
export async function loadStanding() {
  const ctx = await loadUserContext();
  if (!ctx) return { isSignedIn: false, isGuest: false, quantity: 0, awaited: null };
  return { isSignedIn: true, isGuest: ctx.actor.isGuest, ...(await findStanding(ctx)) };
}

/** For the head of each page of the back office; null for all but the staff. */
export async function loadDeskHead() {
  const ctx = await loadStaffContext();
  if (!ctx) return null;
  const [head, { quantity }] = await Promise.all([findDeskHead(ctx), loadStanding()]);
  return { head, quantity, isAdmin: isAdmin(ctx.actor) };
}

/** The account page's own: who one is, and where one is signed in. Guests and strangers are led to sign in. */
export async function loadAccount() {
  const ctx = await requireAccountContext("/account");
  const [user, sessions] = await Promise.all([getUser(ctx), listSessions(ctx)]);
  return {
    ...user,
    email: user.email ?? "",
    phone: user.phone ?? "",
    isStaff: isStaff(ctx.actor),
    sessions,
    now: ctx.now,
  };
}

/** Whether a link can be sent at all. */
export async function loadForgotPassword() {
  return { canWrite: env().mail !== null };
}

/** The token of a link that may be used still, or null; looking at it does not use it up. */
export async function loadResetLink(token: unknown): Promise<string | null> {
  const { db, now } = publicContext();
  return typeof token === "string" && (await findResetLink(db, token, now)) ? token : null;
}

/** How far one's own second factor is. */
export async function loadSecondFactor() {
  const ctx = await requireAccountContext("/account/second-factor");
  return { standing: await findSecondFactor(ctx), isRequired: ctx.actor.lacksSecondFactor === true };
}
