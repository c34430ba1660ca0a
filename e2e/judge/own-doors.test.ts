import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as callback } from "@/app/api/cart/payments/jazzcash/callback/route";
import { GET as comeBack, POST as bringBack } from "@/app/api/cart/payments/jazzcash/return/route";
import { eq } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { expectProof } from "@/db/test-proof";
import { aProduct, orderInput, somebody } from "@/db/test-fixtures";
import { addItem } from "@/lib/cart/add-item";
import { env } from "@/lib/env";
import { placeOrder } from "@/lib/orders/place-order";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { judge } from "./judge";
import { readOptions } from "./options";

const { db } = testDatabase();
afterAll(() => expectProof(db, new Date()));
const context = { params: Promise.resolve({}) };

async function open(request: Request): Promise<Response> {
  const { amount = "150000" }: { amount?: string } = await request.json();
  const ctx = await somebody(db, { now: new Date() });
  const product = await aProduct(db, { price: Number(amount) });
  await addItem(ctx, { product_item_code: product.itemCode, quantity: 1 });
  const order = await placeOrder(ctx, orderInput());
  const payment = await initiatePayment(ctx, { order_id: order.id, payment_method: "jazzcash" });
  return Response.json({ form: payment.form_data });
}

async function statusOf(ref: string): Promise<Response> {
  const [found] = await db
    .select({ status: payments.status, received: orders.paidPaisa })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(eq(payments.transactionId, ref));
  return found ? Response.json(found) : new Response(null, { status: 404 });
}

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === "/open") return open(request);
  if (pathname === "/callback") return callback(request, context);
  if (pathname === "/return")
    return request.method === "GET" ? comeBack(request, context) : bringBack(request, context);
  return statusOf(pathname.replace("/status/", ""));
}

const server = createServer(getRequestListener(answer));
let url = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("our own doors believe what is true, and nothing else of all that the judge can think of", async () => {
  const status = ["--status", `${url}/status/{ref}`, "--paid", '"status":"completed"', "--failed", '"status":"failed"'];
  const addresses = ["--callback", `${url}/callback`, "--return", `${url}/return`, "--open", `${url}/open`];
  const { salt } = env().jazzcash;
  const options = readOptions([...addresses, ...status, "--received", '"received":(\\d+)', "--salt", salt]);
  const verdicts = await judge(options);
  expect(verdicts.length).toBeGreaterThan(60);
  const notPassed = verdicts.filter(({ ruling }) => ruling !== "passed");
  expect(notPassed.map(({ shot, because }) => `${shot.name}: ${because}`)).toEqual([]);
}, 60_000);
