import type { Tone } from "@/components/ui/notice";
import type { PaymentState } from "@/lib/payments/model";

/** How an attempt's state looks, always beside its word. */
export const PAYMENT_TONES: Record<PaymentState, Tone> = {
  pending: "wait",
  processing: "wait",
  completed: "good",
  failed: "bad",
  cancelled: "calm",
  expired: "calm",
  partially_refunded: "calm",
  refunded: "calm",
};
