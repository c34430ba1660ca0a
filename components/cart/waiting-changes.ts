import type { CartRefusal } from "@/components/cart/cart-api";
import { readChanges } from "@/components/cart/read-changes";
import type { CartChange } from "@/lib/cart/model";

const PREFIX = "sauda-cart "; // each change under a name of its own, so that tabs never overwrite one another's

/** A change that the shop refused, and why. */
export type RefusedChange = { change: CartChange; refusal: CartRefusal };

let changes: readonly CartChange[] = [];
let text = ""; // what `changes` was read from
let isKept = true; // false where the browser keeps nothing: then the changes live as long as the page
let refused: readonly RefusedChange[] = [];
const listeners = new Set<() => void>();

const tell = () => listeners.forEach((listener) => listener());

/** What the shop has not answered yet, in all tabs of this browser; it outlives a reload. */
export function waitingChanges(): readonly CartChange[] {
  if (!isKept) return changes;
  const kept = keptTexts().join(",");
  if (kept !== text) {
    text = kept;
    changes = readChanges(`[${kept}]`, Date.now());
  }
  return changes;
}

function keptTexts(): string[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    return names.toSorted().map((name) => localStorage.getItem(name) ?? "null");
  } catch {
    return [];
  }
}

const nameOf = ({ madeAt, id }: CartChange): string => `${PREFIX}${madeAt} ${id}`;

/** Adds what is new and takes away what is left out; what another tab adds meanwhile stays. */
export function keepChanges(next: readonly CartChange[]): void {
  const before = waitingChanges();
  try {
    for (const change of next)
      if (!before.includes(change)) localStorage.setItem(nameOf(change), JSON.stringify(change));
    for (const change of before) if (!next.includes(change)) localStorage.removeItem(nameOf(change));
  } catch {
    isKept = false;
    changes = next;
  }
  tell();
}

export const dropChange = (id: string): void => keepChanges(waitingChanges().filter((change) => change.id !== id));

export const refusedChanges = (): readonly RefusedChange[] => refused;

/** A product's last refusal, in place of the one before; null takes it away. */
export function noteRefusal(itemCode: string, last: RefusedChange | null): void {
  const others = refused.filter(({ change }) => change.itemCode !== itemCode);
  if (!last && others.length === refused.length) return;
  refused = last ? [...others, last] : others;
  tell();
}

export function onCartNews(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
