import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@/db/client";
import { freePort } from "@/db/free-port";
import { users } from "@/db/schema/users";
import { secureHash } from "@/lib/jazzcash/secure-hash";
import { addItem } from "@/lib/cart/add-item";
import { env } from "@/lib/env";
import { placeOrder } from "@/lib/orders/place-order";
import { PlaceOrderInput } from "@/lib/orders/schemas";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import type { UserCtx } from "@/lib/shared/context";
import { type Running, startShop } from "@/scripts/start-shop";

const EACH = 1500;
const SHOPPERS = 16;

const folder = mkdtempSync(join(tmpdir(), "sauda-load-"));
const running: Running[] = [];
const own = {
  PORT: String(await freePort()),
  SIMULATOR_PORT: String(await freePort()),
  DATABASE_URL: "",
  SITE_URL: "",
};
const shop = await startShop({
  source: { ...process.env, ...own, RATE_LIMIT_FACTOR: "100000" },
  profile: "demo", // its database waits for the disk, as a real one does
  databaseFolder: join(folder, "postgres"),
  say: () => {},
  started: (one) => void running.push(one),
});
Object.assign(process.env, shop.env);
const { db, close } = openDatabase(shop.databaseUrl, { max: SHOPPERS });

/** So many attempts that wait for their payment, their references told. */
async function openAttempts(many: number): Promise<string[]> {
  const references: string[] = [];
  const now = new Date();
  const buy = async (nth: number) => {
    const values = {
      email: `load-${many}-${nth}-${now.getTime()}@example.com`,
      name: "Load",
      createdAt: now,
      updatedAt: now,
    };
    const [row] = await db.insert(users).values(values).returning({ id: users.id });
    const actor = {
      kind: "user",
      userId: row?.id ?? 0,
      role: "customer",
      isGuest: false,
      sessionId: `${nth}`,
    } as const;
    const ctx: UserCtx = { db, now, actor };
    while (references.length < many) {
      await addItem(ctx, { product_item_code: "FG001", quantity: 1 });
      const order = await placeOrder(ctx, PlaceOrderInput.parse({ shipping_address: "1 Mall Road, Lahore" }));
      references.push((await initiatePayment(ctx, { order_id: order.id, payment_method: "jazzcash" })).transaction_id);
    }
  };
  await Promise.all(Array.from({ length: SHOPPERS }, (_, nth) => buy(nth)));
  return references;
}

let notified = 0;

async function notify(reference: string): Promise<number> {
  const fields = {
    pp_Version: "2.0",
    pp_TxnType: "MWALLET",
    pp_TxnRefNo: reference,
    pp_TxnDateTime: "20261125120000",
    pp_ResponseCode: "121",
    pp_ResponseMessage: "Paid",
    pp_RetreivalReferenceNo: `9${Date.now()}${String(++notified).padStart(6, "0")}`,
  };
  const body = JSON.stringify({ ...fields, pp_SecureHash: secureHash(fields, env().jazzcash.salt) });
  const began = performance.now();
  const response = await fetch(`http://127.0.0.1:${shop.env.PORT}/api/cart/payments/jazzcash/callback/`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const answer = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${answer}`);
  return performance.now() - began;
}

for (const atOnce of [8, 32]) {
  const waiting = await openAttempts(EACH);
  const times: number[] = [];
  const began = performance.now();
  const settle = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) times.push(await notify(next));
  };
  await Promise.all(Array.from({ length: atOnce }, settle));
  const seconds = (performance.now() - began) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)]?.toFixed(1);
  const rate = Math.round(times.length / seconds);
  console.log(`${atOnce} at once: ${times.length} settled, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${rate} a second`);
}
await close();
for (const one of running.toReversed()) await one.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
