"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { signInHere, signOutHere } from "@/lib/auth/next-auth";
import { action } from "@/lib/http/action";
import { systemContext } from "@/lib/http/context";
import { sameSitePath } from "@/lib/http/same-site-path";
import { takeAddressTurn } from "@/lib/http/take-address-turn";
import { AppError } from "@/lib/shared/errors";
import { registerUser } from "@/lib/users/register-user";
import { SignInForm, SignOutForm, SignUpForm } from "@/lib/users/schemas";

const visitor = async () => systemContext("register");

export const signInAction = action(visitor, SignInForm, async (_ctx, { email, password, next }) => {
  if (!(await signInHere(email, password))) {
    throw new AppError("not_signed_in", "This e-mail and this password do not belong together.");
  }
  redirect(sameSitePath(next));
});

/** Makes the account and signs in; where only the second fails, the sign-in page is the next step. */
export const signUpAction = action(visitor, SignUpForm, async (ctx, { next, ...account }) => {
  await takeAddressTurn(ctx, "register", await headers());
  await registerUser(ctx, account);
  const isSignedIn = await signInHere(account.email, account.password).catch(() => false);
  const target = sameSitePath(next);
  redirect(isSignedIn ? target : `/sign-in?next=${encodeURIComponent(target)}`);
});

export const signOutAction = action(visitor, SignOutForm, async (_ctx, { next }) => {
  await signOutHere();
  redirect(sameSitePath(next));
});
