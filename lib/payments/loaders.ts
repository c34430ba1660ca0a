import { env } from "@/lib/env";
import { addressText } from "@/lib/http/address-text";
import { loadUserContext } from "@/lib/http/load-user-context";
import { publicContext } from "@/lib/http/public-context";
import { redirectTo } from "@/lib/http/redirect-to";
import { hostedFormOf } from "@/lib/payments/hosted-form";
import { findPaymentResult } from "@/lib/payments/queries";
import type { PaymentView } from "@/lib/payments/schemas";

/** References are letters and digits; whatever else stands in an address is nobody's. */
function transactionIdIn(part: string): string | null {
  const text = addressText(part);
  return /^[A-Za-z0-9]{1,64}$/.test(text) ? text : null;
}

/** Until when the payer's phone asks for the MPIN. */
function walletUntilOf({ payment_method, status, created_at }: PaymentView): string | null {
  if (payment_method !== "jazzcash_wallet" || status !== "processing") return null;
  return new Date(Date.parse(created_at) + env().jazzcash.walletTimeoutMs).toISOString();
}

/** An attempt's result for whoever has its address, and whether it is their own; null where there is none. */
export async function loadPaymentResult(part: string) {
  const { db, now } = publicContext();
  const transactionId = transactionIdIn(part);
  const result = transactionId && (await findPaymentResult(db, transactionId));
  if (!result) return null;
  const ctx = await loadUserContext();
  const isOwner = ctx?.actor.userId === result.order.user_id;
  const isGuest = ctx?.actor.isGuest ?? false;
  return {
    ...result,
    isOwner,
    isGuest,
    isSignedIn: ctx !== null && !isGuest,
    walletUntil: walletUntilOf(result.payment),
    now,
  };
}

/** The form that goes to JazzCash; once it may not go any more, the result is the page to see. Null where there is none. */
export async function loadHostedForm(part: string) {
  const transactionId = transactionIdIn(part);
  if (!transactionId) return null;
  const path = `/payments/${encodeURIComponent(transactionId)}`;
  const ctx = await loadUserContext();
  if (!ctx) return redirectTo(path); // it says whose it is, and how they come to it
  return (await hostedFormOf(ctx, transactionId)) ?? redirectTo(path);
}
