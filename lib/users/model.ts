export const ROLES = ["customer", "staff", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const LOCALES = ["en", "ur"] as const;
export type Locale = (typeof LOCALES)[number];

/** What a sign-in brought into the account from the guest who this browser was: pieces, pieces left behind, orders. */
export type Merged = { added: number; left: number; orders: number };

/** It is told on the next page and nowhere else, so a cookie carries it. */
export const MERGED_COOKIE = "sauda.merged";

export const writeMerged = ({ added, left, orders }: Merged): string => [added, left, orders].join(".");

/** In which request header a page finds that cookie: the answer that tells it takes the cookie itself back. */
export const MERGED_HEADER = "x-sauda-merged";

export function readMerged(text: string | null): Merged | null {
  const [, added, left, orders] = /^(\d{1,7})\.(\d{1,7})\.(\d{1,7})$/.exec(text ?? "") ?? [];
  return added === undefined ? null : { added: Number(added), left: Number(left), orders: Number(orders) };
}

/** How far an account's second factor is: while it is being set up, with what an authenticator reads. */
export type SecondFactorStanding =
  | { kind: "off" }
  | { kind: "begun"; secret: string; size: number; path: string }
  | { kind: "on"; recoveryLeft: number };
