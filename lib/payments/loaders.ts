import { cache } from "react";
import { env } from "@/lib/env";
import { type Address, filtersIn, pagesOf } from "@/lib/http/address-filters";
import { addressText } from "@/lib/http/address-text";
import { loadStaffContext } from "@/lib/http/load-staff-context";
import { loadUserContext } from "@/lib/http/load-user-context";
import { publicContext } from "@/lib/http/public-context";
import { redirectTo } from "@/lib/http/redirect-to";
import { hostedFormOf } from "@/lib/payments/hosted-form";
import { findPaymentResult } from "@/lib/payments/queries";
import { type PaymentView, SearchPaymentsQuery } from "@/lib/payments/schemas";
import { findManagedPayment } from "@/lib/payments/find-managed-payment";
import { searchPayments } from "@/lib/payments/search-payments";
import { isAdmin } from "@/lib/shared/context";
import { readId } from "@/lib/shared/read-id";

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

const PAGE_SIZE = 50;

/** One page of all attempts for the staff, by the filters of its address; null for all others. */
export async function loadPayments(address: Address) {
  const ctx = await loadStaffContext();
  if (!ctx) return null;
  const { page = 1, page_size: _, ...filters } = filtersIn(SearchPaymentsQuery, address);
  const { count, rows } = await searchPayments(ctx, { ...filters, page, page_size: PAGE_SIZE });
  const pages = pagesOf("/admin/payments", filters, { page, count, size: PAGE_SIZE });
  return { payments: rows, count, filters, pages, isAdmin: isAdmin(ctx.actor), now: ctx.now };
}

/** All that staff may know of one payment; null for who is no staff, and where there is none. */
export const loadManagedPayment = cache(async (id: string) => {
  const ctx = await loadStaffContext();
  const paymentId = readId(id);
  return ctx && paymentId && findManagedPayment(ctx, paymentId);
});
