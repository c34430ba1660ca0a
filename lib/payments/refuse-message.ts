import { sql } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import { countTurn } from "@/lib/http/rate-limit";
import type { RefusedMessage } from "@/lib/jazzcash/notice";
import { recordEvent } from "@/lib/payments/record-event";
import type { ReviewKind } from "@/lib/reviews/model";
import { openReview } from "@/lib/reviews/open-review";
import type { Ctx } from "@/lib/shared/context";
import type { Locale } from "@/lib/users/model";

type Named = { id: number; locale: Locale };

/** A message that changed nothing; it names an attempt only where that is one of ours. */
export type Refusal = RefusedMessage & { locale: Locale | null };

const ASK_SOON = statement<{ transactionId: string; now: Date }, Named>(
  ({ transactionId, now }) => sql`
    update ${payments} as payment set inquiry_wanted_at = ${now}
    where transaction_id = ${transactionId} and payment_method <> 'cash_on_delivery'
    returning id, (select locale from orders where orders.id = payment.order_id) as locale`,
);

/**
 * Keeps a message that changed nothing, within the hourly limit (beyond it is counted only), and makes the inquiry of
 * the attempt that it names due: a field that JazzCash adds one day then costs minutes and not money.
 */
export async function refuseMessage({ db, now }: Ctx, message: RefusedMessage): Promise<Refusal> {
  const { transactionId, channel, fields, refused } = message;
  const [named] = transactionId === null ? [] : await ASK_SOON(db, { transactionId, now });
  const turn = named
    ? await countTurn(db, "refused_notice", String(named.id), now)
    : await countTurn(db, "refused_unknown_notice", "all", now);
  if (turn.isWithin) {
    await recordEvent(db, {
      paymentId: named?.id ?? null,
      transactionId,
      channel,
      isOutgoing: false,
      fields,
      decision: "refused",
      refusal: refused,
      statusAfter: null,
      now,
    });
  }
  const review = reviewOf(message);
  if (named && review) {
    const facts = { refused, detail: message.detail, gateway_reference: fields.pp_RetreivalReferenceNo ?? null };
    await openReview(db, named.id, review, facts, now);
  }
  return { ...message, transactionId: named ? transactionId : null, locale: named?.locale ?? null };
}

/** What is truly the gateway's own and yet refused is for a person to look at; forgeries are not. */
function reviewOf({ refused, isSigned, hasUnknownField }: RefusedMessage): ReviewKind | null {
  if (refused === "gateway_reference_reused") return "reference_reused";
  if (!isSigned) return null;
  return hasUnknownField ? "unknown_field" : "notice_refused";
}
