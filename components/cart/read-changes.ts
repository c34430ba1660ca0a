import type { CartChange } from "@/lib/cart/model";

const KEPT_MS = 23 * 3_600_000; // the shop knows a change sent twice for a day

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isWhole = (value: unknown): boolean => Number.isSafeInteger(value);
const isText = (value: unknown): boolean => typeof value === "string";

const HAS = {
  add: (one) => isWhole(one.quantity) && isText(one.unitPrice) && (one.imageUrl === null || isText(one.imageUrl)),
  set: (one) => isWhole(one.itemId) && isWhole(one.from) && isWhole(one.quantity),
  remove: (one) => isWhole(one.itemId) && isWhole(one.from),
  agree: (one) => isWhole(one.itemId) && isWhole(one.from) && isText(one.unitPrice),
} satisfies Record<CartChange["kind"], (one: Record<string, unknown>) => boolean>;

function isChange(value: unknown, now: number): value is CartChange {
  if (!isRecord(value) || !isText(value.id) || !isText(value.itemCode) || !isText(value.name)) return false;
  if (typeof value.madeAt !== "number" || value.madeAt < now - KEPT_MS) return false;
  return Object.entries(HAS).some(([kind, has]) => value.kind === kind && has(value));
}

/** The changes that the browser kept. What is too old to be sent safely, or is none of ours, is left out. */
export function readChanges(text: string, now: number): readonly CartChange[] {
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? kept.filter((one): one is CartChange => isChange(one, now)) : [];
  } catch {
    return [];
  }
}
