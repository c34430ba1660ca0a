import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { afterAll } from "vitest";
import { POST as callback } from "@/app/api/cart/payments/jazzcash/callback/route";
import { POST as comeBack } from "@/app/api/cart/payments/jazzcash/return/route";
import { later } from "@/db/test-fixtures";
import { hiddenFields } from "@/e2e/simulator/pretend-shop";
import type { Settings } from "@/e2e/simulator/settings-list";
import { startSimulator } from "@/e2e/simulator/start-simulator";
import type { InitiatedPaymentView } from "@/lib/payments/schemas";

export type Choice = "pay" | "decline" | "cancel" | "counter" | "never_return";
type Fields = Record<string, string>;
type Transaction = { state: string; refunded_paisa: number; ipn_attempts: { outcome: string; accepted: boolean }[] };

const QUICK = { ipnDelayMs: 20, ipnRetryMs: 10, walletDelayMs: 10, walletSlowMs: 900, walletLaterMs: 50 };
const NO_PARAMS = { params: Promise.resolve({}) };

/** The two doors that JazzCash knows, on an address of their own. */
async function openDoors(): Promise<{ url: string; close: () => void }> {
  const answer = (request: Request): Promise<Response> | Response => {
    switch (new URL(request.url).pathname) {
      case "/api/cart/payments/jazzcash/callback/":
        return callback(request, NO_PARAMS);
      case "/api/cart/payments/jazzcash/return/":
        return comeBack(request, NO_PARAMS);
      default:
        return new Response(null, { status: 404 });
    }
  };
  const server = createServer(getRequestListener(answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close().closeAllConnections() };
}

/**
 * The shop's doors and the simulator as its gateway, ended with the test file; call it once at the top, before the shop
 * reads its environment.
 */
export async function simulatedShop(variables: Record<string, string>, settings: Partial<Settings>) {
  const doors = await openDoors();
  const returnUrl = `${doors.url}/api/cart/payments/jazzcash/return/`;
  const gateway = await startSimulator({ port: 0, returnUrl, ...QUICK, ...settings });
  Object.assign(process.env, {
    SITE_URL: doors.url,
    JAZZCASH_BASE_URL: gateway.url,
    ...variables,
  });
  afterAll(async () => {
    doors.close();
    await gateway.close();
  });

  const post = (url: string, fields: Fields) =>
    fetch(url, {
      method: "POST",
      headers: { origin: gateway.url },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  const control = async (path: string, input: object): Promise<void> => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${gateway.url}/_control/${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  };
  const openPage = (payment: InitiatedPaymentView) => post(payment.jazzcash_payment_url ?? "", payment.form_data ?? {});

  return {
    control,
    openPage,
    /** The payer opens the page, presses a button, and is carried back; answers where to, or null where the browser stays. */
    press: async (payment: InitiatedPaymentView, choice: Choice, method = "MPAY"): Promise<string | null> => {
      const page = await (await openPage(payment)).text();
      const pressed = await post(new URL(formAction(page), gateway.url).href, {
        ...hiddenFields(page),
        choice,
        method,
      });
      const back = await pressed.text();
      if (!back.includes("Return to the shop")) return null;
      return (await post(formAction(back), hiddenFields(back))).headers.get("location");
    },
    transaction: async ({ transaction_id }: InitiatedPaymentView): Promise<Transaction | undefined> => {
      const found = await fetch(`${gateway.url}/_control/transactions?reference=${transaction_id}`);
      return ((await found.json()) as Transaction[])[0];
    },
    /** On the gateway's clock it is so many hours later from now on. */
    passHours: (hours: number) => control("clock", { offset_ms: later(new Date(0), hours * 60).getTime() }),
  };
}

export type SimulatedShop = Awaited<ReturnType<typeof simulatedShop>>;

const formAction = (page: string): string => /<form[^>]* action="([^"]*)"/.exec(page)?.[1] ?? "";
