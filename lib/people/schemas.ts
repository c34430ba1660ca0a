import { z } from "zod";
import { ORDER_PAYMENT_STATES, ORDER_STATES } from "@/lib/orders/model";
import { PAYMENT_METHODS, PAYMENT_STATES } from "@/lib/payments/model";
import { amountView, PageQuery, requiredText, textField, timeView, wholeNumber } from "@/lib/shared/fields";
import { LOCALES, ROLES } from "@/lib/users/model";
import { emailField, RegisterInput } from "@/lib/users/schemas";

const STAFF_ROLES = ["staff", "admin"] as const;

export const ListPeopleQuery = PageQuery.extend({
  search: textField(100).optional(),
  role: z.enum(ROLES).optional(),
});
export type ListPeopleQuery = z.infer<typeof ListPeopleQuery>;

export const ChangeRoleInput = z.object({ role: z.enum(ROLES, `must be one of ${ROLES.join(", ")}`) });
export const InviteStaffInput = z.object({
  email: emailField,
  role: z.enum(STAFF_ROLES, `must be one of ${STAFF_ROLES.join(", ")}`),
  locale: z.enum(LOCALES, `must be one of ${LOCALES.join(", ")}`).default("en"),
});
export const ResendInvitationInput = InviteStaffInput.pick({ locale: true });
export type InviteStaffInput = z.infer<typeof InviteStaffInput>;

const token = z.string("must be text").max(200, "is no link of ours");

/** An account that is there already needs its own password only. */
export const AcceptInvitationInput = z.object({
  token,
  name: textField(100).default(""),
  password: z.string("must be text").max(1000, "is too long"),
});
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>;

/** What a new account takes: checked once it is known that there is none. */
export const NewColleague = RegisterInput.pick({ email: true, password: true, name: true });

const userId = z.coerce.number().pipe(wholeNumber(1, Number.MAX_SAFE_INTEGER));
const typed = { password: z.string().max(128).optional() };

export const PersonForm = z.object({ user_id: userId, ...typed });
export const RoleForm = ChangeRoleInput.extend({ user_id: userId, ...typed });
export const InviteForm = InviteStaffInput.omit({ locale: true }).extend(typed);
export const InvitationForm = z.object({ invitation: requiredText(64, "which one?"), ...typed });

export const PersonView = z.object({
  id: z.int(),
  email: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  role: z.enum(ROLES),
  is_disabled: z.boolean(),
  has_second_factor: z.boolean(),
  orders: z.int(),
  received_amount: amountView,
  created_at: timeView,
});
export type PersonView = z.infer<typeof PersonView>;

export const FullPersonView = PersonView.extend({
  last_orders: z.array(
    z.object({
      id: z.int(),
      order_number: z.string(),
      status: z.enum(ORDER_STATES),
      payment_status: z.enum(ORDER_PAYMENT_STATES),
      total_amount: amountView,
      created_at: timeView,
    }),
  ),
  last_payments: z.array(
    z.object({
      id: z.int(),
      transaction_id: z.string(),
      payment_method: z.enum(PAYMENT_METHODS),
      status: z.enum(PAYMENT_STATES),
      amount: amountView,
      created_at: timeView,
    }),
  ),
  sessions: z.array(z.object({ session: z.string(), browser: z.string(), system: z.string(), created_at: timeView })),
  merged_guests: z.array(z.object({ id: z.int(), created_at: timeView })),
});
export type FullPersonView = z.infer<typeof FullPersonView>;

export const InvitationView = z.object({
  invitation: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  invited_by: z.string(),
  created_at: timeView,
  expires_at: timeView,
  is_expired: z.boolean(),
});
export type InvitationView = z.infer<typeof InvitationView>;
