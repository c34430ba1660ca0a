import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf } from "./fault-list";
import type { Fields } from "./hash";
import { isSigned, startPretendShop, type PretendShop } from "./pretend-shop";

const WALLET = "/ApplicationAPI/API/2.0/Purchase/DoMWalletTransaction";
const REFUND = "/ApplicationAPI/API/authorize/Refund";
const INQUIRY = "/ApplicationAPI/API/PaymentInquiry/Inquire";
const LONG_MS = 150;
const TEN_MEGABYTES = 10 * 1024 * 1024;

let shop: PretendShop;
beforeAll(async () => {
  shop = await startPretendShop();
});
afterAll(() => shop.close());

type Target = "wallet" | "inquiry" | "refund";
const TARGETS: readonly Target[] = ["wallet", "inquiry", "refund"];

/** A call that goes well when nothing is broken, and the transaction that it is about. */
async function aCall(target: Target): Promise<{ path: string; fields: Fields; reference: string }> {
  if (target === "wallet") {
    const fields = shop.sign({ ...shop.purchase(), pp_MobileNumber: "03123456789", pp_CNIC: "345678" });
    return { path: WALLET, fields, reference: fields.pp_TxnRefNo ?? "" };
  }
  const { reference } = await shop.pay();
  const amount: Fields = target === "refund" ? { pp_Amount: "150000", pp_TxnCurrency: "PKR" } : {};
  const fields = shop.sign({ pp_TxnRefNo: reference, ...amount });
  return { path: target === "refund" ? REFUND : INQUIRY, fields, reference };
}

type Call = () => Promise<Response>;
const SEEN: Record<string, (call: Call) => Promise<void>> = {
  http_500: async (call) => expect((await call()).status).toBe(500),
  http_503: async (call) => expect((await call()).status).toBe(503),
  waf_html: async (call) => {
    const response = await call();
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("Request Rejected");
  },
  blank: async (call) => {
    const response = await call();
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  },
  redirect: async (call) => {
    const response = await call();
    expect([response.status, response.headers.get("location")]).toEqual([302, "/"]);
  },
  empty_hash_199: async (call) => {
    const { pp_ResponseCode, ...rest }: Fields = await (await call()).json();
    expect(pp_ResponseCode).toBe("199");
    expect(new Set(Object.values(rest))).toEqual(new Set([""]));
    expect(rest).toHaveProperty("pp_SecureHash");
  },
  timeout: async (call) => {
    const since = performance.now();
    expect((await call()).status).toBe(504);
    expect(performance.now() - since).toBeGreaterThan(LONG_MS - 5);
  },
  reset: async (call) => {
    await expect(call()).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
  },
  slow_body: async (call) => {
    const since = performance.now();
    const response = await call();
    expect(isSigned(await response.json())).toBe(true);
    expect(performance.now() - since).toBeGreaterThan(LONG_MS - 5);
  },
  truncated: async (call) => {
    const response = await call();
    const body = await response.text();
    expect(response.status).toBe(200);
    expect(body).toMatch(/^\{"pp_/);
    expect(() => JSON.parse(body)).toThrow(SyntaxError);
  },
  cut_body: async (call) => {
    const response = await call();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
  },
  huge: async (call) => {
    const body = await (await call()).text();
    expect(body.length).toBeGreaterThan(TEN_MEGABYTES);
    expect(isSigned(JSON.parse(body))).toBe(true);
  },
  forged_hash: async (call) => {
    const answer: Fields = await (await call()).json();
    expect(answer.pp_SecureHash).toMatch(/^[0-9A-F]{64}$/);
    expect(isSigned(answer)).toBe(false);
  },
  empty_hash: async (call) => expect(await (await call()).json()).toMatchObject({ pp_SecureHash: "" }),
  lower_case_hash: async (call) => {
    const answer: Fields = await (await call()).json();
    expect(answer.pp_SecureHash).toMatch(/^[0-9a-f]{64}$/);
    expect(isSigned(answer)).toBe(true);
  },
};
const TIMED = ["timeout", "slow_body"];
const value = (fault: string) => (TIMED.includes(fault) ? { value: LONG_MS } : {});

describe.each(TARGETS)("the answer to a %s call", (target) => {
  test.each(Object.entries(SEEN))("on request is broken by %s, and whole the next time", async (fault, look) => {
    const { path, fields, reference } = await aCall(target);
    await shop.fault(target, fault, { for: reference, ...value(fault) });
    await look(() => shop.send(path, fields));
    const next = await aCall(target);
    expect(isSigned(await shop.call(next.path, next.fields))).toBe(true);
  });

  test("can be broken in each way that the list names", () => {
    const transport = faultsOf(target).filter(({ part }) => part === "delivery" || part === "hash");
    expect(transport.map(({ fault }) => fault).toSorted()).toEqual(Object.keys(SEEN).toSorted());
  });
});

const BREAKING = Object.keys(SEEN).filter((fault) => fault !== "lower_case_hash");
const attempt = (path: string, fields: Fields) =>
  shop
    .send(path, fields)
    .then((response) => response.text())
    .catch(() => "broken");

describe.each([
  ["wallet", "before", "109", "the gateway never heard of the payment"],
  ["wallet", "after", "121", "the money was taken"],
  ["refund", "before", "121", "the money did not go back"],
  ["refund", "after", "131", "the money went back"],
] as const)("a %s call that breaks %s its work", (target, when, code, meaning) => {
  test.each(BREAKING)(`by %s: ${meaning}`, async (fault) => {
    const { path, fields, reference } = await aCall(target);
    await shop.fault(target, fault, { when, ...(TIMED.includes(fault) && { value: 10 }) });
    await attempt(path, fields);
    const { pp_ResponseCode, pp_PaymentResponseCode } = await shop.ask(reference);
    expect(pp_PaymentResponseCode || pp_ResponseCode).toBe(code);
  });
});

test("a voucher's refund takes the faults of its transaction, though it names only the voucher", async () => {
  const { reference, back } = await shop.pay("counter");
  await shop.control("state", { reference, state: "paid" });
  await shop.fault("refund", "response_code", { for: reference, value: "455" });
  const refund = shop.sign({ pp_VoucherID: back.pp_RetreivalReferenceNo ?? "", pp_Amount: "150000" });
  const path = "/ApplicationAPI/API/2.0/Purchase/Refund/Voucher";
  expect(await shop.call(path, refund)).toMatchObject({ pp_ResponseCode: "455" });
  expect(await shop.call(path, refund)).toMatchObject({ pp_ResponseCode: "000" });
});
