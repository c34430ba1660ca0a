import type { Locale } from "@/lib/users/model";

export type Letter = {
  locale: Locale;
  subject: string;
  title: string;
  hello: string | null;
  /** What happened (to the money), what happens next. */
  paragraphs: string[];
  action: { label: string; href: string; hint: string | null };
  facts: [label: string, value: string][];
  goods: { title: string; lines: [name: string, amount: string][]; sums: [label: string, amount: string][] } | null;
  because: string;
  linkHint: string;
  shop: string;
};
