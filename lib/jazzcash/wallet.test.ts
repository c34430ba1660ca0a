import { expect, it } from "vitest";
import { walletUrl } from "@/lib/jazzcash/config";
import { secureHash } from "@/lib/jazzcash/secure-hash";
import { ATTEMPT, shopWith } from "@/lib/jazzcash/test-messages";
import { walletRequest } from "@/lib/jazzcash/wallet";

const PAYER = { mobile: "03001234567", cnicLast6: "345678" };
const BASE = { JAZZCASH_BASE_URL: "https://gateway.example" };

const COMMON = [
  ..."pp_Amount pp_BillReference pp_Description pp_Language pp_MerchantID pp_Password pp_SecureHash".split(" "),
  ..."pp_TxnCurrency pp_TxnDateTime pp_TxnExpiryDateTime pp_TxnRefNo".split(" "),
  ..."ppmpf_1 ppmpf_2 ppmpf_3 ppmpf_4 ppmpf_5".split(" "),
];
const V2 = [...COMMON, "pp_BankID", "pp_CNIC", "pp_MobileNumber", "pp_ProductID", "pp_SubMerchantID"];
const V11 = [...COMMON, "pp_ReturnURL", "pp_TxnType", "pp_Version"];
const PGW = [...V11, "pp_BankID", "pp_ProductID", "pp_SubMerchantID"];

it.each([
  { api: "legacy", shape: "v2", names: V2, path: "/ApplicationAPI/API/2.0/Purchase/DoMWalletTransaction" },
  { api: "legacy", shape: "v1.1", names: V11, path: "/ApplicationAPI/API/Payment/DoTransaction" },
  { api: "orchestrator", shape: "v2", names: V2, path: "/payment-orchestrator/api/v2/rest/payments/m-wallet" },
  { api: "orchestrator", shape: "v1.1", names: V11, path: "/payment-orchestrator/api/v1/rest/payments/m-wallet" },
  { api: "pgw", shape: "v2", names: V2, path: "/api/2.0/purchase/domwallettransaction" },
  { api: "pgw", shape: "v1.1", names: PGW, path: "/api/payment/DoTransaction" },
])("the wallet call $shape of $api has its closed list of fields", ({ api, shape, names, path }) => {
  const shop = shopWith({ ...BASE, JAZZCASH_API: api, JAZZCASH_WALLET_API: shape });
  const { pp_SecureHash, ...fields } = walletRequest(ATTEMPT, PAYER, shop);
  expect([...Object.keys(fields), "pp_SecureHash"].toSorted()).toEqual(names.toSorted());
  expect(pp_SecureHash).toBe(secureHash(fields, shop.salt));
  expect(walletUrl(shop)).toBe(`https://gateway.example${path}`);
});

it("v2.0 names mobile and CNIC in fields of their own, v1.1 the mobile alone and in ppmpf_1", () => {
  expect(walletRequest(ATTEMPT, PAYER, shopWith())).toMatchObject({
    pp_CNIC: "345678",
    pp_MobileNumber: "03001234567",
    ppmpf_1: "",
  });
  const old = walletRequest(ATTEMPT, PAYER, shopWith({ JAZZCASH_WALLET_API: "v1.1" }));
  expect(old).toMatchObject({ ppmpf_1: "03001234567", pp_TxnType: "MWALLET", pp_Version: "1.1" });
  expect(JSON.stringify(old)).not.toContain("345678");
});

it("the sub-merchant's name goes to pgw's v1.1 and nowhere else", () => {
  const named = (api: string, shape: string) => {
    const variables = { ...BASE, JAZZCASH_SUB_MERCHANT_NAME: "Sauda", JAZZCASH_API: api, JAZZCASH_WALLET_API: shape };
    return walletRequest(ATTEMPT, PAYER, shopWith(variables)).pp_SubMerchantName;
  };
  expect(named("pgw", "v1.1")).toBe("Sauda");
  for (const [api, shape] of [
    ["pgw", "v2"],
    ["legacy", "v1.1"],
    ["orchestrator", "v1.1"],
  ] as const) {
    expect(named(api, shape)).toBeUndefined();
  }
});
