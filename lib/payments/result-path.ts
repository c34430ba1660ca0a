import type { Locale } from "@/lib/users/model";

/** Where the truth about an attempt is shown, in the order's language; `unknown` where it is none of ours. */
export const resultPath = (transactionId: string | null, locale: Locale | null): string =>
  `${locale === "ur" ? "/ur" : ""}/payments/${transactionId ?? "unknown"}`;
