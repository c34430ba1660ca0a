import { z } from "zod";
import { mobileField, requiredText } from "@/lib/shared/fields";
import { LOCALES } from "@/lib/users/model";

export const emailField = z
  .string("must be text")
  .trim()
  .pipe(z.email("must be an e-mail address").max(254, "takes at most 254 characters"));

const LEAST = 8;
const MOST = 128;

/** Any script, blanks too; a letter counts as one however it is stored. */
const passwordField = z
  .string("must be text")
  .refine((text) => text.isWellFormed(), "has a broken character")
  .refine((text) => {
    const length = [...text].length;
    return length >= LEAST && length <= MOST;
  }, `takes ${LEAST} to ${MOST} characters`)
  .meta({ minLength: LEAST, maxLength: MOST });

const nameField = requiredText(100, "say a name");

export const RegisterInput = z.object({
  email: emailField,
  password: passwordField,
  name: nameField,
  phone: mobileField.optional(),
});
export type RegisterInput = z.infer<typeof RegisterInput>;

export const CreateAdministratorInput = RegisterInput.omit({ phone: true });
export type CreateAdministratorInput = z.infer<typeof CreateAdministratorInput>;

export const DetailsInput = RegisterInput.pick({ name: true, phone: true });
export type DetailsInput = z.infer<typeof DetailsInput>;

export const ConfirmPasswordInput = z.object({
  password: z.string("must be text").min(1, "say the password").max(1000, "is too long"),
});

export const ChangePasswordInput = z.object({ current_password: z.string(), new_password: passwordField });
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

const localeField = z.enum(LOCALES, `must be one of ${LOCALES.join(", ")}`).default("en");

export const RequestResetInput = z.object({ email: emailField, locale: localeField });
export const ResetPasswordInput = z.object({
  token: z.string("must be text").max(200, "is no link of ours"),
  password: passwordField,
  locale: localeField,
});

export const UserView = z.object({ id: z.int(), email: z.string(), name: z.string() });
export type UserView = z.infer<typeof UserView>;

const next = z.string().optional();

/** E-mail and password, or in the second step the first one's ticket and a code. */
export const SignInForm = z
  .object({
    email: z.string().optional(),
    password: z.string().optional(),
    ticket: z.string().optional(),
    code: z.string().optional(),
    next,
  })
  .superRefine((form, ctx) => {
    for (const path of form.ticket === undefined ? (["email", "password"] as const) : (["code"] as const)) {
      if (form[path] === undefined) ctx.addIssue({ code: "custom", path: [path], message: "is needed" });
    }
  });
export const SignUpForm = RegisterInput.extend({ next });
export const RequestResetForm = RequestResetInput.pick({ email: true });
export const ResetPasswordForm = ResetPasswordInput.pick({ token: true, password: true });
export const SignOutForm = z.object({ next });
export const CloseSessionForm = z.object({ session: z.string().regex(/^[0-9a-f]{64}$/) });
export const DeleteAccountForm = z.object({ password: z.string() });

const code = z.string("must be text").trim().max(60, "is no code");
export const BeginSecondFactorInput = z.object({ password: z.string() });
export const ConfirmSecondFactorInput = z.object({ code });
export const RemoveSecondFactorInput = z.object({ password: z.string(), code });
