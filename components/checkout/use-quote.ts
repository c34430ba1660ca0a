"use client";

import { useRef, useState } from "react";
import { CODE_PROBLEMS, type FieldProblem } from "@/lib/http/form-state";
import type { CheckoutState } from "@/lib/orders/actions";
import type { QuoteView } from "@/lib/orders/schemas";

type Wish = { city: string; code: string };
type Told = { reason?: string; errors?: { path: string }[] };
type Shown = { quote: QuoteView; codeProblem: FieldProblem | undefined; isUsed: boolean };

/** What the order costs, and what is wrong with its code; a code that cannot be had is left out of the sum. */
async function askQuote({ city, code }: Wish, signal: AbortSignal): Promise<Shown> {
  const answer = await fetch("/api/cart/orders/quote/", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ shipping_city: city, ...(code && { discount_code: code }) }),
    signal,
  });
  if (answer.ok) return { quote: await answer.json(), codeProblem: undefined, isUsed: code !== "" };
  const { reason, errors = [] }: Told = await answer.json();
  if (!code || !errors.some(({ path }) => path === "discount_code")) throw new Error("no quote");
  const without = await askQuote({ city, code: "" }, signal);
  return { ...without, codeProblem: CODE_PROBLEMS.find((problem) => problem === reason) ?? "invalid" };
}

/**
 * The price that the button names. An answer that another wish has overtaken is dropped; without an answer the price
 * stays, and the shop asks about a difference when the order is placed.
 */
export function useQuote(initial: QuoteView, answered: CheckoutState) {
  const [shown, setShown] = useState<Shown>(() => shownOf(answered, answered.quote ?? initial));
  const [seen, setSeen] = useState(answered);
  const asking = useRef<AbortController>(null);
  if (answered !== seen) {
    setSeen(answered);
    setShown(shownOf(answered, answered.quote ?? shown.quote));
  }

  async function ask(wish: Wish): Promise<void> {
    asking.current?.abort();
    const mine = new AbortController();
    asking.current = mine;
    try {
      const next = await askQuote(wish, mine.signal);
      if (!mine.signal.aborted) setShown(next);
    } catch {
      // offline or overtaken
    }
  }

  return { ...shown, ask };
}

const shownOf = ({ errors, values }: CheckoutState, quote: QuoteView): Shown => ({
  quote,
  codeProblem: errors.discount_code,
  isUsed: Boolean(values.discount_code) && !errors.discount_code,
});
