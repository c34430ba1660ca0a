import type { ErrorCode } from "@/lib/shared/errors";

type BrokenRule = { code: ErrorCode; detail: string };

/** What a person is told when the database refuses what the code should have refused before. By constraint. */
export const BROKEN_RULES: Record<string, BrokenRule> = {
  users_one_account_per_email: { code: "email_taken", detail: "There is an account with this e-mail already." },
  payments_one_live_per_order: { code: "payment_in_progress", detail: "A payment of this order is under way." },
  payments_unique_gateway_reference: {
    code: "gateway_reference_reused",
    detail: "Another payment has this gateway reference.",
  },
};
