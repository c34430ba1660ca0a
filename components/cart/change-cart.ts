import { changesOnTheirWay } from "@/components/cart/send-changes";
import { keepChanges, noteRefusal, waitingChanges } from "@/components/cart/waiting-changes";
import { type CartChange, joinChange } from "@/lib/cart/model";

type WithoutMark<Change> = Change extends CartChange ? Omit<Change, "id" | "madeAt"> : never;

const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");

let lastMadeAt = 0;

/** Shows a change of the cart at once and keeps it until the shop has answered; the cart's post sends it. */
export function changeCart(wanted: WithoutMark<CartChange>): void {
  lastMadeAt = Math.max(Date.now(), lastMadeAt + 1); // the order in which they are sent
  const change: CartChange = { ...wanted, id: newId(), madeAt: lastMadeAt };
  noteRefusal(change.itemCode, null);
  keepChanges(joinChange(waitingChanges(), change, changesOnTheirWay()));
}
