import { z } from "zod";
import { EVENT_CHANNELS, PAYMENT_METHODS, PAYMENT_STATES, type PaymentMethod } from "@/lib/payments/model";
import {
  amountField,
  amountView,
  dayField,
  mobileField,
  PageQuery,
  textField,
  timeView,
  wholeNumber,
} from "@/lib/shared/fields";
import { latinDigits } from "@/lib/shared/phone";

const MAX_ID = 999_999_999_999_999;

export const InitiatePaymentInput = z
  .object({
    order_id: wholeNumber(1, MAX_ID),
    payment_method: z.enum(PAYMENT_METHODS, `must be one of ${PAYMENT_METHODS.join(", ")}`),
    amount: amountField.optional(),
    customer_phone: mobileField.optional(),
    customer_email: z.email("must be an e-mail address").max(254).optional(),
    cnic_last6: z
      .string()
      .regex(/^\d{6}$/, "must be the last 6 digits of the CNIC")
      .optional(),
  })
  .superRefine((input, ctx) => {
    if (input.payment_method !== "jazzcash_wallet") return;
    for (const path of ["customer_phone", "cnic_last6"] as const) {
      if (input[path] === undefined)
        ctx.addIssue({ code: "custom", path: [path], message: "is needed for the wallet" });
    }
  });
export type InitiatePaymentInput = z.infer<typeof InitiatePaymentInput>;

export const VerifyPaymentInput = z.object({ transaction_id: textField(64) });
export const RecordCashInput = z.object({ notes: textField(1000).optional() });

export const PaymentView = z.object({
  id: z.int(),
  order_id: z.int(),
  transaction_id: z.string(),
  payment_method: z.enum(PAYMENT_METHODS),
  amount: amountView,
  refunded_amount: amountView,
  status: z.enum(PAYMENT_STATES),
  response_code: z.string().nullable(),
  response_message: z.string().nullable(),
  gateway_reference: z.string().nullable(),
  created_at: timeView,
  updated_at: timeView,
  completed_at: timeView.nullable(),
  expires_at: timeView.nullable(),
});
export type PaymentView = z.infer<typeof PaymentView>;

export const GIVE_BACK_STANDS = ["wanted", "stuck"] as const;

const yes = z.literal("true", 'must be "true"').optional();

/** Which attempts staff want to see. */
export const PaymentFilters = z.object({
  search: textField(64).optional(),
  status: z.enum(PAYMENT_STATES).optional(),
  method: z.enum(PAYMENT_METHODS).optional(),
  code: z
    .string()
    .regex(/^[A-Z0-9]{2,10}$/, "must be a code of JazzCash")
    .optional(),
  from: dayField.optional(),
  to: dayField.optional(),
  surplus: yes,
  unknown: yes,
  give_back: z.enum(GIVE_BACK_STANDS).optional(),
});
export type PaymentFilters = z.infer<typeof PaymentFilters>;

export const SearchPaymentsQuery = PageQuery.extend(PaymentFilters.shape);
export type SearchPaymentsQuery = z.infer<typeof SearchPaymentsQuery>;

/** An attempt as staff see it in a list. */
export const SearchedPaymentView = PaymentView.extend({
  order_number: z.string(),
  voucher_number: z.string().nullable(),
  is_surplus: z.boolean(),
  give_back_wanted_at: timeView.nullable(),
  last_inquired_at: timeView.nullable(),
});
export type SearchedPaymentView = z.infer<typeof SearchedPaymentView>;

/** One message about a payment, or what the shop did to it; its fields masked as they are kept. */
export const PaymentEventView = z.object({
  id: z.int(),
  created_at: timeView,
  channel: z.enum(EVENT_CHANNELS),
  is_outgoing: z.boolean(),
  decision: z.string(),
  refusal: z.string().nullable(),
  status_after: z.enum(PAYMENT_STATES).nullable(),
  fields: z.record(z.string(), z.string()),
  /** A notice of the gateway that can be read once more. */
  can_replay: z.boolean(),
});
export type PaymentEventView = z.infer<typeof PaymentEventView>;

export const ReplayNoticeInput = z.object({ event_id: wholeNumber(1, MAX_ID) });

export const InitiatedPaymentView = z.object({
  message: z.string(),
  payment_id: z.int(),
  transaction_id: z.string(),
  payment_method: z.enum(PAYMENT_METHODS),
  amount: amountView,
  status: z.enum(PAYMENT_STATES),
  jazzcash_payment_url: z.url().optional(),
  form_data: z.record(z.string(), z.string()).optional(),
  jazzcash_form_data: z.record(z.string(), z.string()).optional(),
});
export type InitiatedPaymentView = z.infer<typeof InitiatedPaymentView>;

const cnicLast6 = z
  .string()
  .transform((text) => latinDigits(text).trim())
  .refine((digits) => /^\d{6}$/.test(digits), "must be the last 6 digits of the CNIC");

/** How to pay, as the forms of the pages ask it. */
export const PaymentMethodFields = {
  payment_method: z.enum(PAYMENT_METHODS),
  wallet_phone: mobileField.optional(),
  cnic_last6: cnicLast6.optional(),
};

type MethodForm = { payment_method: PaymentMethod; wallet_phone?: string; cnic_last6?: string };

/** The wallet's two fields are needed where the wallet is chosen; said together with what else is missing. */
export function asksForWallet<S extends z.ZodType<MethodForm>>(schema: S): S {
  return (["wallet_phone", "cnic_last6"] as const).reduce(
    (form, path) =>
      form.refine((input) => input.payment_method !== "jazzcash_wallet" || input[path] !== undefined, {
        path: [path],
        when: () => true,
        error: "is needed for the wallet",
      }),
    schema,
  );
}
