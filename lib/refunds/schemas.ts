import { z } from "zod";
import { REFUND_STATES } from "@/lib/refunds/model";
import { amountField, amountView, requiredText, timeView } from "@/lib/shared/fields";

export const RefundPaymentInput = z.object({
  amount: amountField.refine((text) => Number(text) > 0, "must be more than nothing").optional(),
  reason: requiredText(500, "why is it given back?"),
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
