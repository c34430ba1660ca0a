import type { Messages } from "next-intl";
import type { ReactNode } from "react";
import type { PaymentMethod } from "@/lib/payments/model";

export type Words = { en: ReactNode; ur: ReactNode };

type Said = Messages["receipt"];
type Key = { [K in keyof Said]: Said[K] extends string ? K : never }[keyof Said] | `methods.${PaymentMethod}`;

/** A word of the receipt in both languages. */
export type BothWords = (key: Key) => { en: string; ur: string };

/** The same in English and in Urdu, each at its own side of the sheet. */
export function Both({ words, className = "" }: { words: Words; className?: string }) {
  return (
    <span className={`flex flex-wrap items-baseline justify-between gap-x-6 ${className}`}>
      <span lang="en">{words.en}</span>
      <span lang="ur" dir="rtl" className="me-auto">
        {words.ur}
      </span>
    </span>
  );
}
