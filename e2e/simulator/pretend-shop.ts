import { createServer } from "node:http";
import { hashMatches, signed, type Fields, type SignableFields } from "./hash";
import { pakistanTime } from "./pakistan-time";
import { startSimulator } from "./start-simulator";
import type { Settings } from "./settings-list";

const SALT = "simsalt001";
const MERCHANT = { pp_MerchantID: "MC10001", pp_Password: "sim0pass01" };
const ACCEPTED = JSON.stringify({ pp_ResponseCode: "000", pp_ResponseMessage: "IPN received successfully" });
const MINUTE = 60_000;
const PORTAL = "/CustomerPortal/transactionmanagement";
const INQUIRY = "/payment-orchestrator/api/v2/rest/payments/status/inquiry";

let made = 0;

/** A shop small enough for a test: it signs requests, keeps what the gateway tells it, and answers as it is told. */
export async function startPretendShop(settings: Partial<Settings> = {}) {
  const notices: Record<string, string | null>[] = [];
  const returns: { origin: string | undefined; fields: Fields }[] = [];
  const answers: { status: number; body: string; after?: Promise<void> }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    if (request.url?.endsWith("/return/")) {
      returns.push({ origin: request.headers.origin, fields: Object.fromEntries(new URLSearchParams(body)) });
      return response.writeHead(303, { location: "/" }).end();
    }
    notices.push(JSON.parse(body));
    const answer = answers.shift() ?? { status: 200, body: ACCEPTED };
    await answer.after;
    response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const returnUrl = `http://127.0.0.1:${port}/api/cart/payments/jazzcash/return/`;
  const quick = { ipnDelayMs: 20, ipnRetryMs: 10, walletDelayMs: 10, walletSlowMs: 60, walletLaterMs: 20 };
  const gateway = await startSimulator({ port: 0, ...quick, ...settings });

  const sign = (fields: Fields): Fields => signed({ ...MERCHANT, ...fields }, SALT);
  const post = (path: string, headers: Record<string, string>, body: string) =>
    fetch(gateway.url + path, { method: "POST", headers, body, redirect: "manual" });

  const purchase = (own: Fields = {}): Fields => ({
    pp_TxnRefNo: `T${Date.now()}${made++}`.slice(0, 20),
    pp_Amount: "150000",
    pp_TxnCurrency: "PKR",
    pp_TxnDateTime: pakistanTime(new Date()),
    pp_TxnExpiryDateTime: pakistanTime(new Date(Date.now() + 60 * MINUTE)),
    pp_BillReference: "ORDABCDEFGH20261126",
    pp_Description: "Order ORD-ABCDEFGH-20261126",
    pp_Language: "EN",
    ...own,
  });
  const hosted = (own: Fields = {}): Fields => ({
    pp_Version: "1.1",
    pp_TxnType: "",
    pp_ReturnURL: returnUrl,
    ppmpf_1: "",
    ...own,
  });
  const form = (path: string, fields: Fields) =>
    post(path, { "content-type": "application/x-www-form-urlencoded" }, new URLSearchParams(fields).toString());
  const send = (path: string, fields: Fields) =>
    post(path, { "content-type": "application/json" }, JSON.stringify(fields));
  const control = (path: string, input: object) =>
    post(`/_control/${path}`, { "content-type": "application/json" }, JSON.stringify(input));

  const open = async (own: Fields = {}) => {
    const order = sign({ ...purchase(), ...hosted(), ...own });
    return { reference: order.pp_TxnRefNo ?? "", response: await form(`${PORTAL}/merchantform`, order) };
  };

  return {
    notices,
    returns,
    answers,
    gateway: gateway.url,
    sign,
    purchase,
    hosted,
    form,
    send,
    call: async (path: string, fields: Fields): Promise<Fields> => (await send(path, fields)).json(),
    control,
    look: async <T>(path: string): Promise<T> => (await fetch(`${gateway.url}/_control/${path}`)).json(),
    /** Opens the hosted page for a new order. */
    open,
    /** Opens it and presses a button. */
    pay: async (choice = "pay", own: Fields = {}) => {
      const { reference } = await open();
      const page = await (await form(`${PORTAL}/TransactionSelection`, { reference, choice, ...own })).text();
      return { reference, page, back: hiddenFields(page) };
    },
    ask: async (reference: string): Promise<Fields> => (await send(INQUIRY, sign({ pp_TxnRefNo: reference }))).json(),
    fault: (target: string, fault: string, own: object = {}) => control("faults", { target, fault, ...own }),
    noticesOf: (reference: string) => notices.filter((notice) => notice.pp_TxnRefNo === reference),
    close: async () => {
      await gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type PretendShop = Awaited<ReturnType<typeof startPretendShop>>;

/** The hidden fields of a page, as a browser would post them. */
export function hiddenFields(page: string): Fields {
  const inputs = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name, value]) => [name ?? "", (value ?? "").replaceAll("&amp;", "&")]));
}

/** A browser's form as its shop reads it: the four letters null count as absent. */
export function isSignedReturn(back: Fields): boolean {
  const present = Object.entries(back).filter(([, value]) => value !== "null");
  return hashMatches(Object.fromEntries(present), SALT, back.pp_SecureHash ?? "");
}

export function isSigned(message: SignableFields): boolean {
  return hashMatches(message, SALT, message.pp_SecureHash ?? "");
}
