import type { OrderState } from "@/lib/orders/model";
import type messages from "@/messages/en.json";

/** A sentence of a payment's story: its key among the messages of `story`, and what stands in its places. */
export type Sentence = { key: keyof (typeof messages)["story"]; values: Record<string, string | number | Date> };

export type StoryLine = Sentence & { at: Date };

export const sentence = (key: Sentence["key"], values: Sentence["values"] = {}): Sentence => ({ key, values });

/** Somebody's words as they stand between quotation marks in the middle of a sentence. */
export const quotable = (words: string): string => words.replace(/[.۔\s]+$/, "");

/** A cancelled order that goes on was opened again. */
export const movedTo = (from: OrderState | null, to: OrderState): OrderState | "reopened" =>
  from === "cancelled" ? "reopened" : to;
