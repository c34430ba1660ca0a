import { z } from "zod";
import { mobileField, requiredText } from "@/lib/shared/fields";

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

export const UserView = z.object({ id: z.int(), email: z.string(), name: z.string() });
export type UserView = z.infer<typeof UserView>;

const next = z.string().optional();

export const SignInForm = z.object({ email: z.string(), password: z.string(), next });
export const SignUpForm = RegisterInput.extend({ next });
export const SignOutForm = z.object({ next });
