import { MAX_QUANTITY } from "@/lib/cart/model";

/** What stands in a quantity field, if it is one that a cart takes. */
export function readQuantity(text: string): number | null {
  const quantity = Number(text);
  return text.trim() !== "" && Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_QUANTITY
    ? quantity
    : null;
}
