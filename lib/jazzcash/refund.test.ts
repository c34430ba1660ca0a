import { describe, expect, it } from "vitest";
import { refundUrl } from "@/lib/jazzcash/config";
import vectors from "@/lib/jazzcash/hash-vectors.json";
import { type RefundOrder, refundRequest } from "@/lib/jazzcash/refund";
import { meaningOfRefund } from "@/lib/jazzcash/response-codes";
import { secureHash } from "@/lib/jazzcash/secure-hash";
import { SHOP, shopWith } from "@/lib/jazzcash/test-messages";
import { paisa } from "@/lib/shared/money";

const CARD: RefundOrder = { way: "card", transactionId: "T261125ABCDEFGHJKLMN", amount: paisa(25_000) };
const WALLET: RefundOrder = { ...CARD, way: "wallet" };
const VOUCHER: RefundOrder = { ...CARD, way: "voucher", voucherNumber: "261125424242" };

describe("what is sent", () => {
  const COMMON = ["pp_Amount", "pp_MerchantID", "pp_Password", "pp_SecureHash", "pp_TxnCurrency"];

  it.each<[string, RefundOrder, string[]]>([
    ["card", CARD, [...COMMON, "pp_TxnRefNo"]],
    ["wallet", WALLET, [...COMMON, "pp_MerchantMPIN", "pp_TxnRefNo"]],
    ["voucher", VOUCHER, [...COMMON, "pp_VoucherID"]],
  ])("%s: its closed list of fields, signed", (_, order, names) => {
    const { pp_SecureHash, ...fields } = refundRequest(order, SHOP);
    expect(Object.keys({ ...fields, pp_SecureHash }).toSorted()).toEqual(names.toSorted());
    expect(pp_SecureHash).toBe(secureHash(fields, SHOP.salt));
    expect(fields).toMatchObject({ pp_Amount: "25000", pp_TxnCurrency: "PKR", pp_MerchantID: SHOP.merchantId });
  });

  it("the wallet's is the worked example of JazzCash's own paper, to the digit", () => {
    const example = vectors.find(({ name }) => name === "pdf-how-is-hmac-calculated-refund");
    const fields: Record<string, string | null | undefined> = { ...example?.fields };
    const shop = shopWith({
      JAZZCASH_MERCHANT_ID: fields.pp_MerchantID ?? "",
      JAZZCASH_PASSWORD: fields.pp_Password ?? "",
      JAZZCASH_INTEGRITY_SALT: example?.salt ?? "",
      JAZZCASH_MERCHANT_MPIN: fields.pp_MerchantMPIN ?? "",
    });
    const order = { ...WALLET, transactionId: fields.pp_TxnRefNo ?? "" } as const;
    expect(refundRequest(order, shop)).toEqual({ ...fields, pp_SecureHash: example?.expected_hash });
  });

  it("a wallet is not asked without the merchant's MPIN, and no other way knows it", () => {
    expect(() => refundRequest(WALLET, { ...SHOP, merchantMpin: null })).toThrow("JAZZCASH_MERCHANT_MPIN");
    for (const order of [CARD, VOUCHER]) {
      const without = refundRequest(order, { ...SHOP, merchantMpin: null });
      expect(refundRequest(order, { ...SHOP, merchantMpin: "9876" })).toEqual(without);
    }
  });

  it("always with the present salt, never the one before", () => {
    const shop = { ...SHOP, salt: "newsalt001", previousSalt: SHOP.salt };
    const { pp_SecureHash, ...fields } = refundRequest(WALLET, shop);
    expect(pp_SecureHash).toBe(secureHash(fields, "newsalt001"));
  });

  const PORTAL = "https://payments.jazzcash.com.pk/ApplicationAPI/API";
  const ORCHESTRATOR = "https://onlinepayments.jazzcash.com.pk/payment-orchestrator/api/v1/rest/payments";
  const PGW = "https://pgw.jazzcash.com.pk/api";
  it.each([
    ["legacy", "card", `${PORTAL}/authorize/Refund`],
    ["legacy", "wallet", `${PORTAL}/Purchase/domwalletrefundtransaction`],
    ["legacy", "voucher", `${PORTAL}/2.0/Purchase/Refund/Voucher`],
    ["orchestrator", "card", `${ORCHESTRATOR}/mpgs/authorize/refund`],
    ["orchestrator", "wallet", `${ORCHESTRATOR}/m-wallet/refund`],
    ["orchestrator", "voucher", `${ORCHESTRATOR}/voucher/refund`],
    ["pgw", "card", `${PGW}/authorize/Refund`],
    ["pgw", "wallet", `${PGW}/Purchase/domwalletrefundtransaction`],
    ["pgw", "voucher", `${PGW}/2.0/Purchase/Refund/Voucher`],
  ] as const)("%s: a %s's goes to its own address", (api, way, address) => {
    expect(refundUrl(way, { ...SHOP, api, environment: "production", baseUrl: null })).toBe(address);
    const elsewhere = { ...SHOP, api, baseUrl: "https://gateway.example" };
    expect(refundUrl(way, elsewhere)).toBe(`https://gateway.example${new URL(address).pathname}`);
  });
});

it.each([
  ["completed", ["000"]],
  ["went_back", ["122", "131"]],
  ["refused", ["109", "110", "132", "451", "452", "453", "454", "455", "101", "111", "115", "117"]],
  [
    "unclear",
    ["121", "119", "120", "124", "125", "126", "128", "134", "157", "199", "200", "210", "403", "417", "435"],
  ],
  ["unclear", ["999", "777", "T00", "PKR", "", "000 ", "0", "toString", "constructor"]],
])("%s: %j", (meaning, codes) => {
  for (const code of codes) expect([code, meaningOfRefund(code)]).toEqual([code, meaning]);
});
