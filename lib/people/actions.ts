"use server";

import { getLocale } from "next-intl/server";
import { headers } from "next/headers";
import { signInHere } from "@/lib/auth/next-auth";
import { action } from "@/lib/http/action";
import { originOf, systemContext } from "@/lib/http/context";
import { type FormState, UNTOUCHED } from "@/lib/http/form-state";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireAdminContext } from "@/lib/http/require-staff-context";
import { takeAddressTurn } from "@/lib/http/take-address-turn";
import { acceptInvitation } from "@/lib/people/accept-invitation";
import { changeRole } from "@/lib/people/change-role";
import { closeSessionsOf } from "@/lib/people/close-sessions-of";
import { disableUser } from "@/lib/people/disable-user";
import { enableUser } from "@/lib/people/enable-user";
import { inviteStaff } from "@/lib/people/invite-staff";
import { resendInvitation } from "@/lib/people/resend-invitation";
import { resetSecondFactor } from "@/lib/people/reset-second-factor";
import { AcceptInvitationInput, InvitationForm, InviteForm, PersonForm, RoleForm } from "@/lib/people/schemas";
import { withdrawInvitation } from "@/lib/people/withdraw-invitation";
import type { UserCtx } from "@/lib/shared/context";
import { confirmIfTyped } from "@/lib/users/confirm-if-typed";

const done = ({ now }: UserCtx): FormState => ({ ...UNTOUCHED, doneAt: now.toISOString() });

const onPerson = (run: (ctx: UserCtx, input: { userId: number }) => Promise<unknown>, left?: string) =>
  action(requireAdminContext, PersonForm, async (ctx, { user_id, password }) => {
    await confirmIfTyped(ctx, password);
    await run(ctx, { userId: user_id });
    if (left && user_id === ctx.actor.userId) await redirectTo(`/sign-in?left=${left}`);
    return done(ctx);
  });

export const disableUserAction = onPerson(disableUser, "disabled");
export const enableUserAction = onPerson(enableUser);
export const closeSessionsOfAction = onPerson(closeSessionsOf, "everywhere");
export const resetSecondFactorAction = onPerson(resetSecondFactor);

export const changeRoleAction = action(requireAdminContext, RoleForm, async (ctx, { user_id, role, password }) => {
  await confirmIfTyped(ctx, password);
  await changeRole(ctx, { userId: user_id, role });
  if (user_id === ctx.actor.userId && role !== "admin") await redirectTo("/account?done=role");
  return done(ctx);
});

export const inviteStaffAction = action(requireAdminContext, InviteForm, async (ctx, { password, ...input }) => {
  await confirmIfTyped(ctx, password);
  await inviteStaff(ctx, { ...input, locale: await getLocale() });
  return done(ctx);
});

export const resendInvitationAction = action(
  requireAdminContext,
  InvitationForm,
  async (ctx, { password, ...input }) => {
    await confirmIfTyped(ctx, password);
    await resendInvitation(ctx, { ...input, locale: await getLocale() });
    return done(ctx);
  },
);

export const withdrawInvitationAction = action(requireAdminContext, InvitationForm, async (ctx, input) => {
  await withdrawInvitation(ctx, input);
  return done(ctx);
});

const invited = async () => ({ ...systemContext("join"), from: originOf(await headers()) });

/** The sign-in follows at once, unless it asks for more than the password. */
export const acceptInvitationAction = action(invited, AcceptInvitationInput, async (ctx, input) => {
  await takeAddressTurn(ctx, "register", await headers());
  const { email } = await acceptInvitation(ctx, input);
  const answer = await signInHere({ email, password: input.password }).catch(() => "refused" as const);
  await redirectTo(answer === "signed_in" ? "/admin" : "/sign-in?next=%2Fadmin");
});
