import { z } from "zod";
import { typedAmount } from "@/lib/desk/schemas";
import { REFUND_DECISIONS, REFUND_STATES } from "@/lib/refunds/model";
import {
  amountField,
  amountView,
  formKeyField,
  PageQuery,
  requiredText,
  timeView,
  wholeNumber,
} from "@/lib/shared/fields";

const MOST_LINES = 500;
const MOST_PIECES = 1000;

const RefundLine = z.object({
  order_item_id: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  quantity: wholeNumber(1, MOST_PIECES),
});
export type RefundedLine = z.infer<typeof RefundLine>;

/** An amount, or lines of the order whose price it is; neither: all that is left. */
export const RefundPaymentInput = z
  .object({
    amount: amountField.refine((text) => Number(text) > 0, "must be more than nothing").optional(),
    lines: z
      .array(RefundLine)
      .max(MOST_LINES, `takes at most ${MOST_LINES} lines`)
      .refine((lines) => new Set(lines.map((line) => line.order_item_id)).size === lines.length, "names a line twice")
      .optional(),
    reason: requiredText(500, "why is it given back?"),
  })
  .refine(({ amount, lines = [] }) => amount === undefined || lines.length === 0, {
    path: ["amount"],
    message: "is worked out from the lines: name one of the two",
  });
export type RefundPaymentInput = z.infer<typeof RefundPaymentInput> & { paymentId: number };

export const RefundView = z.object({
  id: z.int(),
  payment_id: z.int(),
  amount: amountView,
  reason: z.string(),
  status: z.enum(REFUND_STATES),
  gateway_code: z.string().nullable(),
  created_at: timeView,
});
export type RefundView = z.infer<typeof RefundView>;

export const ListRefundRequestsQuery = PageQuery.extend({ open: z.enum(["true", "false"]).optional() });
export type ListRefundRequestsQuery = z.infer<typeof ListRefundRequestsQuery>;

export const RefundRequestView = z.object({
  id: z.int(),
  payment_id: z.int(),
  transaction_id: z.string(),
  amount: amountView,
  reason: z.string(),
  lines: z.array(RefundLine),
  requested_by: z.string(),
  requested_at: timeView,
  decision: z.enum(REFUND_DECISIONS).nullable(),
  decided_by: z.string().nullable(),
  decided_at: timeView.nullable(),
  refund_id: z.int().nullable(),
});
export type RefundRequestView = z.infer<typeof RefundRequestView>;

/** What can be given back of a payment, in all and of each of its order's lines, and what its form has to ask for. */
export type RefundOffer = {
  payment_id: number;
  left: string;
  lines: {
    id: number;
    product_name: string;
    product_name_ur: string;
    quantity: number;
    returned: number;
    /** Pieces whose price was not given back yet, and what they are worth together. */
    refundable: number;
    worth: string;
  }[];
  /** Real money moves: the password is asked for. */
  is_real: boolean;
  /** Above which a second administrator must approve. */
  approval_above: string | null;
  /** For each time that the form is opened the money goes back once. */
  form_key: string;
};

const id = z.coerce.number().pipe(wholeNumber(1, Number.MAX_SAFE_INTEGER));
const password = z.string().optional();

/** Pieces come as `line_12`: so many of the order's line 12. The order's page says which version of it was seen. */
export const RefundForm = z
  .looseObject({
    payment_id: id,
    form_key: formKeyField,
    amount: typedAmount.optional(),
    reason: requiredText(500, "why is it given back?"),
    password,
    order_id: id.optional(),
    version: z.string().max(64).optional(),
  })
  .transform(({ payment_id, form_key, amount, reason, password: typed, order_id, version, ...rest }, ctx) => {
    const lines = Object.entries(rest).flatMap(([name, pieces]) => {
      const [, line] = /^line_([1-9]\d{0,14})$/.exec(name) ?? [];
      return line && Number(pieces) !== 0 ? [{ order_item_id: Number(line), quantity: Number(pieces) }] : [];
    });
    const parsed = RefundPaymentInput.safeParse({ amount, reason, ...(lines.length > 0 && { lines }) });
    const sent = { formKey: form_key, password: typed, orderId: order_id, ifMatch: version && [version] };
    if (parsed.success) return { input: { ...parsed.data, paymentId: payment_id }, ...sent };
    for (const { path, message } of parsed.error.issues)
      ctx.addIssue({ code: "custom", path: path.slice(0, 1), message });
    return z.NEVER;
  });

export type RefundForm = z.infer<typeof RefundForm>;

export const GiveBackForm = z.object({ payment_id: id, password });
export const DecideRefundForm = z.object({ payment_id: id, request_id: id, password });
