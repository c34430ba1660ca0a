import { addToCart, agreeToPrice, CartRefusal, removeLine, setQuantity } from "@/components/cart/cart-api";
import { dropChange, noteRefusal, waitingChanges } from "@/components/cart/waiting-changes";
import type { CartChange } from "@/lib/cart/model";
import type { CartItemView } from "@/lib/cart/schemas";

const SECOND_TRY_MS = 1_000;

const lanes = new Set<string>();
const onTheirWay = new Set<string>();

/** What this tab has sent and has no answer to yet. */
export const changesOnTheirWay = (): ReadonlySet<string> => onTheirWay;

export const isSendingNow = (): boolean => lanes.size > 0;

type Settled = (answer: { change: CartChange; line: CartItemView | null }) => void;

/** Sends what waits: side by side for different products, one after the other for the same one. */
export async function sendChanges(settled: Settled): Promise<void> {
  const codes = new Set(waitingChanges().map((change) => change.itemCode));
  await Promise.all([...codes].map((code) => sendLane(code, settled)));
}

async function sendLane(itemCode: string, settled: Settled): Promise<void> {
  if (lanes.has(itemCode) || !navigator.onLine) return;
  lanes.add(itemCode);
  try {
    await aloneInBrowser(`sauda-cart ${itemCode}`, async () => {
      for (let next = firstOf(itemCode); next && navigator.onLine; next = firstOf(itemCode)) {
        if (!(await settle(next, settled))) return;
      }
    });
  } finally {
    lanes.delete(itemCode);
  }
}

const firstOf = (itemCode: string) => waitingChanges().find((change) => change.itemCode === itemCode);

/** One tab speaks for a product at a time. Where a browser cannot say so, changes are still safe to send twice. */
const aloneInBrowser = (name: string, run: () => Promise<void>): Promise<void> =>
  "locks" in navigator ? navigator.locks.request(name, run) : run();

/** False where there was no network: then the change waits on. */
async function settle(change: CartChange, settled: Settled): Promise<boolean> {
  onTheirWay.add(change.id);
  try {
    settled({ change, line: await sendTwice(change) });
    noteRefusal(change.itemCode, null);
  } catch (thrown) {
    const refusal = thrown instanceof CartRefusal ? thrown : new CartRefusal("other");
    if (refusal.code === "unreachable" && !navigator.onLine) return false;
    noteRefusal(change.itemCode, { change, refusal });
  } finally {
    onTheirWay.delete(change.id);
  }
  dropChange(change.id);
  return true;
}

/** Without an answer it is sent once more: every change may safely come twice. */
async function sendTwice(change: CartChange): Promise<CartItemView | null> {
  try {
    return await send(change);
  } catch (thrown) {
    const isLost = thrown instanceof CartRefusal && thrown.code === "unreachable" && navigator.onLine;
    if (!isLost) throw thrown;
    await new Promise((resolve) => setTimeout(resolve, SECOND_TRY_MS));
    return send(change);
  }
}

async function send(change: CartChange): Promise<CartItemView | null> {
  if (change.kind === "add") return (await addToCart(change.itemCode, change.quantity, change.id)).item;
  if (change.kind === "set") return (await setQuantity(change.itemId, change.quantity)).item;
  if (change.kind === "agree") return (await agreeToPrice(change.itemId, change.unitPrice)).item;
  await removeLine(change.itemId).catch((thrown: unknown) => {
    if (!(thrown instanceof CartRefusal && thrown.code === "item_not_found")) throw thrown; // gone is what was wanted
  });
  return null;
}
