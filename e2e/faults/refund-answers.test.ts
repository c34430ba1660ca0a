import { beforeEach, expect, it } from "vitest";
import { lyingGateway, signed } from "@/e2e/faults/lying-gateway";
import { callRefund, type RefundOrder } from "@/lib/jazzcash/refund";
import { SHOP } from "@/lib/jazzcash/test-messages";
import { paisa } from "@/lib/shared/money";

const CARD: RefundOrder = { way: "card", transactionId: "T261125ABCDEFGHJKLMN", amount: paisa(25_000) };
const WALLET: RefundOrder = { ...CARD, way: "wallet" };
const VOUCHER: RefundOrder = { ...CARD, way: "voucher", voucherNumber: "261125424242" };

const gateway = await lyingGateway();
const shop = { ...SHOP, baseUrl: gateway.url, timeoutMs: 8000 };
const ask = (order: RefundOrder = WALLET, config = shop) => callRefund(order, config);
const WORDS = { pp_ResponseMessage: "Said by the gateway" };
const said = (fields: Record<string, string>) =>
  gateway.answersRefunds((_, response) => response.end(JSON.stringify(fields)));

beforeEach(() => {
  gateway.asked.length = 0;
});

it("a signed yes, with its words, once", async () => {
  for (const order of [CARD, WALLET, VOUCHER]) {
    said(signed({ ...WORDS, pp_ResponseCode: "000" }));
    expect(await ask(order)).toMatchObject({ kind: "completed", code: "000", message: "Said by the gateway" });
  }
  expect(gateway.asked).toHaveLength(3);
});

it("a signed no, with its code and words", async () => {
  said(signed({ ...WORDS, pp_ResponseCode: "454" }));
  expect(await ask()).toMatchObject({ kind: "refused", code: "454", message: "Said by the gateway" });
});

it("an echo of this very request, secrets and all: they are not kept", async () => {
  gateway.answersRefunds((request, response) => {
    const { pp_SecureHash: _, ...echo } = request;
    response.end(JSON.stringify(signed({ ...echo, pp_ResponseCode: "000", pp_ResponseMessage: "of 03001234567" })));
  });
  const answer = await ask(WALLET, { ...shop, merchantMpin: "4711" });
  expect(answer).toMatchObject({ kind: "completed", message: "of •••" });
  const kept = JSON.stringify(answer);
  for (const secret of [shop.password, shop.salt, "4711", "03001234567"]) expect(kept).not.toContain(secret);
});

it("signed with the salt before, while both are accepted", async () => {
  said(signed({ pp_ResponseCode: "000" }));
  const rotated = { ...shop, salt: "newsalt001" };
  expect(await ask(WALLET, rotated)).toMatchObject({ kind: "unclear", message: "unsigned" });
  expect(await ask(WALLET, { ...rotated, previousSalt: SHOP.salt })).toMatchObject({ kind: "completed" });
});

it.each([
  ["unsigned", { pp_ResponseCode: "000" }, "unsigned"],
  ["an empty hash", { pp_ResponseCode: "452", pp_SecureHash: "" }, "unsigned"],
  ["changed on the way", { ...signed({ pp_ResponseCode: "452" }), pp_ResponseCode: "000" }, "unsigned"],
  ["about another payment", signed({ pp_ResponseCode: "000", pp_TxnRefNo: "T2" }), "about another payment"],
  ["of another merchant", signed({ pp_ResponseCode: "000", pp_MerchantID: "MC2" }), "of another merchant"],
  ["about another amount", signed({ pp_ResponseCode: "000", pp_Amount: "2500" }), "about another amount"],
  ["about the amount in rupees", signed({ pp_ResponseCode: "000", pp_Amount: "250.00" }), "about another amount"],
  ["about a voucher", signed({ pp_ResponseCode: "000", pp_VoucherID: "1" }), "about another voucher"],
  ["without a code", signed({ pp_ResponseMessage: "OK" }), "no response code"],
  ["with a word for a code", signed({ pp_ResponseCode: "SUCCESS" }), "no response code"],
  ["with names that have no pp", { ResponseCode: "000", responseCode: "000" }, "no response code"],
  ["with a code that is a number", { pp_ResponseCode: 0 as never }, "pp_ResponseCode is no text"],
])("%s: unclear", async (_, fields, message) => {
  said(fields);
  expect(await ask()).toMatchObject({ kind: "unclear", message });
});

it("about another voucher: unclear; about its own: clear", async () => {
  said(signed({ pp_ResponseCode: "000", pp_VoucherID: "261125000000" }));
  expect(await ask(VOUCHER)).toMatchObject({ kind: "unclear", message: "about another voucher" });
  said(signed({ pp_ResponseCode: "000", pp_VoucherID: "261125424242", pp_TxnRefNo: CARD.transactionId }));
  expect(await ask(VOUCHER)).toMatchObject({ kind: "completed" });
});

it.each<[string, Parameters<typeof gateway.answersRefunds>[0], string]>([
  ["nothing", () => {}, "time-out"],
  ["a cut connection", (_, response) => response.destroy(), "no connection"],
  ["half a body", (_, response) => response.writeHead(200, { "content-length": 99 }).end("{"), "time-out"],
  ["HTML with status 200", (_, response) => response.end("<html>Request Rejected</html>"), "no JSON"],
  ["a list", (_, response) => response.end("[]"), "no JSON object"],
  ["status 500", (_, response) => response.writeHead(500).end(), "status 500"],
  ["status 202", (_, response) => response.writeHead(202).end(), "status 202"],
  ["ten megabytes", (_, response) => response.end(`"${"x".repeat(10_000_000)}"`), "too long"],
  ["the way to another address", (_, response) => response.writeHead(307, { location: "/" }).end(), "no connection"],
])("%s: unclear, and asked once", async (_, answer, message) => {
  gateway.answersRefunds(answer);
  const config = { ...shop, timeoutMs: message === "time-out" ? 200 : 8000 };
  expect(await ask(WALLET, config)).toEqual({ kind: "unclear", code: "", message, fields: {} });
  expect(gateway.asked).toHaveLength(1);
});
