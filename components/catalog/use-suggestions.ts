import { useEffect, useRef, useState } from "react";
import type { SuggestionsView } from "@/lib/catalog/schemas";

const PAUSE_MS = 120;
const LEAST_LETTERS = 2;
const NOTHING: SuggestionsView = { categories: [], results: [] };

/** What a text that is being typed may lead to. A later letter takes back what was asked for an earlier one. */
export function useSuggestions(text: string, isAsked: boolean): SuggestionsView {
  const [found, setFound] = useState(NOTHING);
  const known = useRef(new Map<string, SuggestionsView>());
  const wanted = text.trim();
  const isWanted = isAsked && wanted.length >= LEAST_LETTERS;

  useEffect(() => {
    if (!isWanted) return;
    const stop = new AbortController();
    const ask = async () => {
      const before = known.current.get(wanted);
      if (before) return setFound(before);
      const response = await fetch(`/api/products/suggest/?${new URLSearchParams({ q: wanted })}`, {
        signal: stop.signal,
      });
      if (!response.ok) return;
      const answer = (await response.json()) as SuggestionsView;
      known.current.set(wanted, answer);
      setFound(answer);
    };
    const timer = setTimeout(() => void ask().catch(() => {}), PAUSE_MS); // without an answer the form is still there
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, isWanted]);

  return isWanted ? found : NOTHING;
}
