"use server";

import { getLocale } from "next-intl/server";
import { headers } from "next/headers";
import { signInHere, signOutHere } from "@/lib/auth/next-auth";
import { action } from "@/lib/http/action";
import { clientAddress } from "@/lib/http/client-address";
import { systemContext } from "@/lib/http/context";
import { type FormState, UNTOUCHED } from "@/lib/http/form-state";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireAccountContext } from "@/lib/http/require-user-context";
import { sameSitePath } from "@/lib/http/same-site-path";
import { sendAfterwards } from "@/lib/http/send-afterwards";
import { takeAddressTurn } from "@/lib/http/take-address-turn";
import type { UserCtx } from "@/lib/shared/context";
import { AppError, invalidField } from "@/lib/shared/errors";
import { beginSecondFactor } from "@/lib/users/begin-second-factor";
import { changeDetails } from "@/lib/users/change-details";
import { changePassword } from "@/lib/users/change-password";
import { closeAllSessions } from "@/lib/users/close-all-sessions";
import { closeOneSession } from "@/lib/users/close-one-session";
import { confirmSecondFactor } from "@/lib/users/confirm-second-factor";
import { deleteAccount } from "@/lib/users/delete-account";
import { registerUser } from "@/lib/users/register-user";
import { removeSecondFactor } from "@/lib/users/remove-second-factor";
import { requestPasswordReset } from "@/lib/users/request-password-reset";
import { resetPassword } from "@/lib/users/reset-password";
import {
  BeginSecondFactorInput,
  ChangePasswordInput,
  CloseSessionForm,
  ConfirmSecondFactorInput,
  DeleteAccountForm,
  DetailsInput,
  RemoveSecondFactorInput,
  RequestResetForm,
  ResetPasswordForm,
  SignInForm,
  SignOutForm,
  SignUpForm,
} from "@/lib/users/schemas";

const visitor = async () => systemContext("register");

/** In two steps where the account has a second factor: the first answers with a ticket for the second. */
export const signInAction = action(visitor, SignInForm, async (_ctx, { email, password, ticket, code, next }) => {
  const isSecond = ticket !== undefined && code !== undefined;
  const answer = await signInHere(isSecond ? { ticket, code } : { email: email ?? "", password: password ?? "" });
  if (answer === "signed_in") return redirectTo(sameSitePath(next));
  if (answer === "refused") {
    if (isSecond) return { ...UNTOUCHED, problem: { code: "conflict" as const } };
    throw new AppError("not_signed_in", "This e-mail and this password do not belong together.");
  }
  if (isSecond) throw invalidField("code", "is not the present code");
  return { ...UNTOUCHED, values: { ticket: answer.ticket }, problem: null };
});

/** Makes the account and signs in; where only the second fails, the sign-in page is the next step. */
export const signUpAction = action(visitor, SignUpForm, async (ctx, { next, ...account }) => {
  await takeAddressTurn(ctx, "register", await headers());
  await registerUser(ctx, account);
  const answer = await signInHere(account).catch(() => "refused" as const);
  const target = sameSitePath(next);
  await redirectTo(answer === "signed_in" ? target : `/sign-in?next=${encodeURIComponent(target)}`);
});

/** The same page whoever asks for whichever e-mail. */
export const requestResetAction = action(visitor, RequestResetForm, async (ctx, { email }) => {
  await takeAddressTurn(ctx, "password_reset", await headers());
  await requestPasswordReset(ctx, { email, locale: await getLocale() });
  await redirectTo("/forgot-password?sent=yes");
});

export const resetPasswordAction = action(visitor, ResetPasswordForm, async (ctx, input) => {
  await takeAddressTurn(ctx, "password_reset_confirm", await headers());
  await resetPassword(ctx, { ...input, locale: await getLocale() });
  await redirectTo("/reset-password?saved=yes");
});

export const signOutAction = action(visitor, SignOutForm, async (_ctx, { next }) => {
  await signOutHere();
  await redirectTo(sameSitePath(next));
});

const owner = () => requireAccountContext("/account");

const done = ({ now }: UserCtx): FormState => ({ ...UNTOUCHED, doneAt: now.toISOString() });

export const changeDetailsAction = action(owner, DetailsInput, async (ctx, input) => {
  await changeDetails(ctx, input);
  return done(ctx);
});

export const changePasswordAction = action(owner, ChangePasswordInput, async (ctx, input) => {
  await changePassword(ctx, { ...input, address: clientAddress(await headers()), locale: await getLocale() });
  sendAfterwards();
  return done(ctx);
});

export const closeSessionAction = action(owner, CloseSessionForm, async (ctx, input) => {
  await closeOneSession(ctx, input);
  return done(ctx);
});

export const signOutEverywhereAction = action(owner, SignOutForm, async (ctx) => {
  await signOutHere();
  await closeAllSessions(ctx);
  await redirectTo("/sign-in?left=everywhere");
});

export const deleteAccountAction = action(owner, DeleteAccountForm, async (ctx, { password }) => {
  await deleteAccount(ctx, { password, address: clientAddress(await headers()) });
  await signOutHere();
  await redirectTo("/sign-in?left=deleted");
});

const SECOND_FACTOR = "/account/second-factor";
const securing = () => requireAccountContext(SECOND_FACTOR);

export const beginSecondFactorAction = action(securing, BeginSecondFactorInput, async (ctx, { password }) => {
  await beginSecondFactor(ctx, { password, address: clientAddress(await headers()) });
  await redirectTo(SECOND_FACTOR);
});

/** The codes stand in the answer and nowhere else. */
export const confirmSecondFactorAction = action(securing, ConfirmSecondFactorInput, async (ctx, input) => {
  const { recovery_codes } = await confirmSecondFactor(ctx, input);
  return { ...done(ctx), values: { recovery_codes: recovery_codes.join(" ") } };
});

export const removeSecondFactorAction = action(securing, RemoveSecondFactorInput, async (ctx, input) => {
  await removeSecondFactor(ctx, { ...input, address: clientAddress(await headers()) });
  await redirectTo(`${SECOND_FACTOR}?done=off`);
});
