import type { StoryLine } from "@/lib/payments/story-line";

/** For whom an order waits whose payment is under way: its customer with a voucher, JazzCash's word, or a person. */
export type Awaited = { who: "customer"; voucher: string; until: string } | { who: "gateway" | "person" };

/** By the end of the order's story, so that both say the same. */
export function whoIsAwaited(story: readonly StoryLine[]): Awaited | null {
  for (const { key, values } of story) {
    if (key === "standsDisputed") return { who: "person" };
    if (key === "standsOpen" && values.status === "processing") return { who: "gateway" };
    if (key === "standsForVoucher" && values.until instanceof Date) {
      return { who: "customer", voucher: String(values.voucher), until: values.until.toISOString() };
    }
  }
  return null;
}
