import type { Caller } from "@/e2e/crashes/ask-shop";
import type { Dice } from "@/e2e/crashes/dice";

/** The orders that the shop said were placed. */
export type Diary = { orderIds: number[] };

type Stop = { isOver: boolean };
const METHODS = ["jazzcash", "jazzcash", "jazzcash", "jazzcash_wallet", "cash_on_delivery"] as const;
const CHOICES = ["pay", "pay", "pay", "never_return", "decline", "counter"] as const;
const WALLET = { customer_phone: "03123456789", cnic_last6: "345678" };

/**
 * Buys and pays over and over until the storm is over; now and then cancels in the middle of paying, leaves for another
 * method, presses pay twice, or never comes back.
 */
export async function shop({ get, post }: Caller, { pick, isOneIn, between }: Dice, stop: Stop): Promise<Diary> {
  const diary: Diary = { orderIds: [] };
  while (!stop.isOver) {
    await post("/api/cart/cart/add_item/", { product_item_code: "FG001", quantity: between(1, 3) });
    const placed = await post("/api/cart/orders/", { shipping_address: "1 Mall Road, Lahore" });
    if (placed.status !== 201) continue;
    const orderId = (placed.json.order as { id: number }).id;
    diary.orderIds.push(orderId);
    const payment_method = pick(METHODS);
    const opened = await post("/api/cart/payments/initiate/", { order_id: orderId, payment_method, ...WALLET });
    if (opened.status === 200 && payment_method === "jazzcash") await payHosted(opened.json, pick(CHOICES), isOneIn(4));
    if (isOneIn(6)) await post(`/api/cart/orders/${orderId}/cancel/`, { reason: "changed my mind" });
    if (isOneIn(6)) {
      await post("/api/cart/payments/initiate/", { order_id: orderId, payment_method: pick(METHODS), ...WALLET });
    }
    if (isOneIn(3)) await get(`/api/cart/orders/${orderId}/`);
  }
  return diary;
}

/** The way over the gateway's page, and back if the browser lives to see it; what breaks on the way is the payer's loss. */
async function payHosted(opened: Record<string, unknown>, choice: string, comesBack: boolean): Promise<void> {
  try {
    const url = String(opened.jazzcash_payment_url);
    const page = await postForm(url, opened.form_data as Record<string, string>);
    const action = new URL(actionIn(page), url).href;
    const back = await postForm(action, { reference: String(opened.transaction_id), choice });
    const inputs = back.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
    const fields = Object.fromEntries([...inputs].map(([, name = "", value = ""]) => [name, value]));
    if (comesBack && fields.pp_TxnRefNo) await postForm(actionIn(back), fields);
  } catch {
    return;
  }
}

const actionIn = (page: string): string => /<form[^>]*action="([^"]+)"/.exec(page)?.[1] ?? "";

async function postForm(url: string, fields: Record<string, string>): Promise<string> {
  const signal = AbortSignal.timeout(10_000);
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual", signal });
  return response.text();
}
