import { createHmac } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import { afterAll } from "vitest";

type Fields = Record<string, string>;
type Answer = (request: Fields, response: ServerResponse) => void;

const SALT = "simsalt001";

/** JazzCash's hash once more, so that no mistake of the shop's own is repeated here. */
export function signed(fields: Fields): Fields {
  const names = Object.keys(fields).filter((name) => name.startsWith("pp") && fields[name] !== "");
  const text = [SALT, ...names.toSorted().map((name) => fields[name])].join("&");
  return { ...fields, pp_SecureHash: createHmac("sha256", SALT).update(text).digest("hex").toUpperCase() };
}

const isRefundPath = (path: string) => /refund/i.test(path);

/** A gateway that answers what the test says, truth or not. */
async function startLyingGateway() {
  const asked: { path: string; fields: Fields }[] = [];
  let answer: Answer = (_, response) => response.writeHead(503).end();
  let answerRefund: Answer | null = null;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const fields: Fields = JSON.parse(body);
    asked.push({ path: request.url ?? "", fields });
    const isRefund = isRefundPath(request.url ?? "");
    (isRefund && answerRefund ? answerRefund : answer)(fields, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    answers: (next: Answer) => {
      answer = next;
    },
    /** The next answers are this JSON, signed. */
    says: (fields: Fields) => {
      answer = (request, response) => {
        const all: Fields = { pp_TxnRefNo: request.pp_TxnRefNo ?? "", ...fields };
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(signed(all)));
      };
    },
    /** A wallet that echoes the request, as the guides say, and answers with this code. */
    walletSays: (code: string) => {
      answer = (request, response) => {
        const { pp_SecureHash: _, ...echo } = request;
        const said = {
          ...echo,
          pp_ResponseCode: code,
          pp_ResponseMessage: "Said by the wallet",
          pp_RetreivalReferenceNo: `26${String(Date.now()).slice(-10)}`,
          pp_CustomerMsisdn: request.pp_MobileNumber ?? "",
        };
        response.end(JSON.stringify(signed(said)));
      };
    },
    /** From now on calls for a refund are answered apart from all others. */
    answersRefunds: (next: Answer) => {
      answerRefund = next;
    },
    /** Refunds are answered with this code, signed, about the very refund that was asked for. */
    saysOfRefunds: (code: string, changes: Fields = {}) => {
      answerRefund = (request, response) => {
        const { pp_Amount = "", pp_MerchantID = "", pp_TxnRefNo = "" } = request;
        const words = { pp_ResponseCode: code, pp_ResponseMessage: `Said of a refund: ${code}` };
        response.end(JSON.stringify(signed({ pp_Amount, pp_MerchantID, pp_TxnRefNo, ...words, ...changes })));
      };
    },
    /** The calls for a refund so far, of one payment or of all. */
    refunds: (transactionId?: string) =>
      asked.filter(
        ({ path, fields }) =>
          isRefundPath(path) && (transactionId === undefined || fields.pp_TxnRefNo === transactionId),
      ),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const COMPLETED = { pp_ResponseCode: "000", pp_PaymentResponseCode: "121", pp_Status: "Completed" };
export const PENDING = { pp_ResponseCode: "000", pp_PaymentResponseCode: "157", pp_Status: "Pending" };
export const FAILED = { pp_ResponseCode: "000", pp_PaymentResponseCode: "402", pp_Status: "Failed" };
export const DROPPED = { pp_ResponseCode: "000", pp_PaymentResponseCode: "129", pp_Status: "Dropped" };

/** For tests in which every answer is waited for: a busy machine must not make silence of it. */
export const PATIENT = { JAZZCASH_TIMEOUT_MS: "8000" };

/** The gateway of a test file, ended with it; call it once at the top, before the shop reads its environment. */
export async function lyingGateway(variables: Record<string, string> = {}) {
  const gateway = await startLyingGateway();
  Object.assign(process.env, { JAZZCASH_BASE_URL: gateway.url, JAZZCASH_TIMEOUT_MS: "2000", ...variables });
  afterAll(() => gateway.close());
  return gateway;
}
