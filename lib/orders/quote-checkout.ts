import { findChosenAddress } from "@/lib/orders/find-chosen-address";
import { quoteOrder } from "@/lib/orders/quote-order";
import { type CheckOutDraft, QuoteInput, type QuoteView } from "@/lib/orders/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

/**
 * What a half-filled form would cost now. A code that cannot be had is told in `refusal` and left out of the sum; a
 * city or a code that makes no sense counts as none.
 */
export async function quoteCheckout(
  ctx: UserCtx,
  draft: CheckOutDraft,
): Promise<{ quote: QuoteView; refusal: AppError | null }> {
  const chosen = await findChosenAddress(ctx, draft.address_id).catch(() => null);
  const { data } = QuoteInput.safeParse({ ...draft, ...chosen });
  const input = data ?? QuoteInput.parse({});
  try {
    return { quote: await quoteOrder(ctx, input), refusal: null };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return { quote: await quoteOrder(ctx, { ...input, discount_code: undefined }), refusal: thrown };
  }
}
