import { expect, it } from "vitest";
import { hostedFormUrl } from "@/lib/jazzcash/config";
import { hostedRequest } from "@/lib/jazzcash/hosted-request";
import { secureHash } from "@/lib/jazzcash/secure-hash";
import { ATTEMPT, shopWith } from "@/lib/jazzcash/test-messages";

const NAMES = [
  "pp_Amount",
  "pp_BankID",
  "pp_BillReference",
  "pp_Description",
  "pp_Language",
  "pp_MerchantID",
  "pp_Password",
  "pp_ProductID",
  "pp_ReturnURL",
  "pp_SecureHash",
  "pp_SubMerchantID",
  "pp_TxnCurrency",
  "pp_TxnDateTime",
  "pp_TxnExpiryDateTime",
  "pp_TxnRefNo",
  "pp_TxnType",
  "pp_Version",
  "ppmpf_1",
  "ppmpf_2",
  "ppmpf_3",
  "ppmpf_4",
  "ppmpf_5",
];

const GENERATIONS = [
  { api: "legacy", path: "/CustomerPortal/transactionmanagement/merchantform/" },
  { api: "orchestrator", path: "/payment-orchestrator/CustomerPortal/transactionmanagement/merchantform/" },
  { api: "pgw", path: "/CustomerPortal/transactionmanagement/merchantform/" },
];

it.each(GENERATIONS)("the form of $api has its closed list of fields, no more and no fewer", ({ api, path }) => {
  const shop = shopWith({
    JAZZCASH_API: api,
    JAZZCASH_BASE_URL: "https://gateway.example:8443/elsewhere",
    JAZZCASH_SUB_MERCHANT_NAME: "Sauda",
  });
  const { pp_SecureHash, ...fields } = hostedRequest(ATTEMPT, shop);
  expect([...Object.keys(fields), "pp_SecureHash"].toSorted()).toEqual(NAMES);
  expect(pp_SecureHash).toBe(secureHash(fields, shop.salt));
  expect(fields).toMatchObject({
    pp_Amount: "150075",
    pp_BillReference: "ORDK7Q2MX9A20261125",
    pp_Description: "Order ORDK7Q2MX9A20261125",
    pp_TxnRefNo: ATTEMPT.transactionId,
    pp_TxnCurrency: "PKR",
    pp_TxnDateTime: "20261125120000",
    pp_TxnExpiryDateTime: "20261125130000",
    pp_ReturnURL: "https://shop.example/api/cart/payments/jazzcash/return/",
    pp_Version: "1.1",
    pp_TxnType: "",
    ppmpf_1: "",
  });
  expect(hostedFormUrl(shop)).toBe(`https://gateway.example:8443${path}`);
});

it("the card form is 2.0 on the portals, 1.1 on the orchestrator", () => {
  const version = (api: string, type: string) =>
    hostedRequest(ATTEMPT, shopWith({ JAZZCASH_API: api, JAZZCASH_TXN_TYPE: type })).pp_Version;
  expect(version("legacy", "MPAY")).toBe("2.0");
  expect(version("orchestrator", "MPAY")).toBe("1.1");
  expect(version("pgw", "MPAY")).toBe("2.0");
  expect(version("legacy", "MWALLET")).toBe("1.1");
});

it("the stamps are Pakistan's on any server's clock, and so the form is the same", () => {
  const before = process.env.TZ;
  const forms = ["UTC", "America/Los_Angeles", "Asia/Karachi", "Pacific/Kiritimati"].map((zone) => {
    process.env.TZ = zone;
    return hostedRequest({ ...ATTEMPT, createdAt: new Date("2026-12-31T19:30:00Z") }, shopWith());
  });
  process.env.TZ = before;
  expect(forms[0]?.pp_TxnDateTime).toBe("20270101003000");
  for (const form of forms) expect(form).toEqual(forms[0]);
});

it("the form fits the gateway's lengths, and is signed anew alike", () => {
  const form = hostedRequest(ATTEMPT, shopWith());
  expect(form.pp_TxnRefNo).toMatch(/^[A-Za-z0-9]{1,20}$/);
  expect(form.pp_BillReference).toMatch(/^[A-Za-z0-9]{1,20}$/);
  expect(form.pp_Description).not.toMatch(/[<>\\*=%/:'"{}|]/);
  expect(hostedRequest(ATTEMPT, shopWith())).toEqual(form);
});
