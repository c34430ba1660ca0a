import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Fields, hashOf, type Payment, type Rules } from "./rules";

export const SALT = "smallsalt1";
const PASSWORD = "smallpass1";
const PRICE = "150000";
const MOST_BYTES = 256 * 1024;

type Answered = { status: number; ref: string; isPaid: boolean };

/** A shop of one merchant in memory, on a port of its own; `rules` say how careful it is. */
export async function startSmallShop(rules: Rules) {
  const payments = new Map<string, Payment>();
  const server = createServer((request, response) => void answer(request, response));
  let last: Promise<unknown> = Promise.resolve();

  async function bodyOf(request: IncomingMessage): Promise<string | null> {
    let body = "";
    for await (const chunk of request) {
      body += String(chunk);
      if (body.length > MOST_BYTES) return null;
    }
    return body;
  }

  function readBody(request: IncomingMessage): Promise<string | null> {
    if (!rules.isOneByOne) return bodyOf(request);
    const reading = last.then(() => bodyOf(request));
    last = reading.catch(() => {});
    return reading;
  }

  function open(amount: string): Fields {
    const ref = `T${String(payments.size + 1).padStart(15, "0")}`;
    const form: Fields = {
      pp_Amount: amount,
      pp_BillReference: `BILL${payments.size + 1}`,
      pp_Description: "An order",
      pp_Language: "EN",
      pp_MerchantID: "MC20002",
      pp_Password: PASSWORD,
      pp_ReturnURL: "https://shop.example/return",
      pp_TxnCurrency: "PKR",
      pp_TxnDateTime: "20261125120000",
      pp_TxnExpiryDateTime: "20261125130000",
      pp_TxnRefNo: ref,
      pp_Version: "1.1",
    };
    payments.set(ref, { status: "pending", received: 0, form, gatewayReference: null });
    return { ...form, pp_SecureHash: hashOf(form, SALT) };
  }

  async function takeIn(entries: [string, unknown][]): Promise<Answered> {
    const texts = entries.map(([name, value]): [string, string] => [name, typeof value === "string" ? value : ""]);
    const fields = Object.fromEntries(texts.filter(([, value]) => value !== "null"));
    const ref = fields.pp_TxnRefNo ?? "";
    const payment = payments.get(ref);
    const refused = { status: 400, ref, isPaid: payment?.status === "paid" };
    if (!rules.isWellFormed(entries)) return refused;
    if (!payment) return { ...refused, status: 404 };
    const raw = Object.fromEntries(entries);
    if (!rules.isSigned(fields, SALT, raw.pp_SecureHash ?? raw["pp_SecureHash[]"])) {
      rules.whenForged(payment);
      return refused;
    }
    if (!rules.isAboutThis(fields, payment) || isReused(fields, payment)) return refused;
    const isDiscounted = fields.pp_DiscountedAmount && fields.pp_DiscountedAmount !== payment.form.pp_Amount;
    await rules.settle(payment, isDiscounted ? "unknown" : rules.meaningOf(fields.pp_ResponseCode));
    payment.gatewayReference ??= fields.pp_RetreivalReferenceNo ?? null;
    return { status: 200, ref, isPaid: payment.status === "paid" };
  }

  const isReused = ({ pp_RetreivalReferenceNo: reference }: Fields, payment: Payment) =>
    [...payments.values()].some((other) => reference && other !== payment && other.gatewayReference === reference);

  function entriesOf(type: string, body: string): [string, unknown][] {
    if (type === "application/x-www-form-urlencoded") return [...new URLSearchParams(body)];
    if (type !== "application/json") return [];
    try {
      const parsed: unknown = JSON.parse(body);
      return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? Object.entries(parsed) : [];
    } catch {
      return [];
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://shop");
    const [, place, ref = ""] = url.pathname.split("/");
    const json = (status: number, said: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(said));
    const payment = payments.get(ref);
    if (place === "status") return void json(payment ? 200 : 404, statusOf(payment));
    if (place === "result") return void response.end(payment?.status === "paid" ? "Payment successful" : "Not paid");
    const body = await readBody(request).catch(() => "");
    if (body === null) return void response.writeHead(413, { connection: "close" }).end();
    if (place === "open") return void json(200, { form: open(JSON.parse(body).amount ?? PRICE) });
    if (place === "open-at-its-price") return void json(200, { form: open(PRICE) });
    const type = request.headers["content-type"] ?? "";
    const entries = request.method === "GET" ? [] : entriesOf(type, body);
    if (place === "return" && rules.atReturn === "refuse") return void json(403, {});
    const isShown = place === "return" && rules.atReturn === "show";
    const taken = await takeIn(isShown ? [] : entries).catch(() => null);
    if (!taken) return void json(500, {});
    if (place === "return") return void response.writeHead(303, { location: `/result/${taken.ref}` }).end();
    if (rules.isThankfulForAll) return void json(200, { pp_ResponseCode: "000" });
    json(taken.status, taken.status === 200 ? { success: taken.isPaid, pp_ResponseCode: "000" } : { success: false });
  }

  const statusOf = (payment?: Payment) =>
    payment ? { ref: payment.form.pp_TxnRefNo, status: payment.status, received: payment.received } : {};

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
