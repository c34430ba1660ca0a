import { expect, it } from "vitest";
import { acknowledge } from "@/lib/jazzcash/acknowledge";
import { NOTICE_GRAMMAR, WALLET_GRAMMAR } from "@/lib/jazzcash/grammar";
import { hostedRequest } from "@/lib/jazzcash/hosted-request";
import { readNotice } from "@/lib/jazzcash/notice";
import { signRequest } from "@/lib/jazzcash/sign-request";
import { ATTEMPT, shopWith } from "@/lib/jazzcash/test-messages";
import { walletRequest } from "@/lib/jazzcash/wallet";
import { paisa } from "@/lib/shared/money";

// The hash covers the values in the order of their names, and not the names: whoever holds a form that we signed may
// name its values anew, as long as their order stays. Here every such message is tried.

type Message = Record<string, string>;
type Grammar = Record<string, RegExp>;
type Named = [name: string, value: string][];

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const NEEDED = new Set(["pp_ResponseCode", "pp_TxnRefNo"]);

const valuesOf = (message: Message): string[] =>
  Object.keys(message)
    .filter((name) => name !== "pp_SecureHash" && message[name] !== "")
    .toSorted(byName)
    .map((name) => message[name] ?? "");

const namesOf = (grammar: Grammar): string[] =>
  Object.keys(grammar)
    .filter((name) => name !== "pp_SecureHash")
    .toSorted(byName);

/** Every way to give the values, in their order, names out of the list; `mayBe` prunes. */
function* namings(
  values: string[],
  names: string[],
  mayBe: (name: string, value: string) => boolean,
): Generator<Named> {
  const [value, ...rest] = values;
  if (value === undefined) {
    yield [];
    return;
  }
  for (let at = 0; at <= names.length - values.length; at++) {
    const name = names[at] ?? "";
    if (!mayBe(name, value)) continue;
    for (const more of namings(rest, names.slice(at + 1), mayBe)) yield [[name, value], ...more];
  }
}

/** The same, cut where a value does not fit its name, or where no code and no reference can be named any more. */
function* sensibleNamings(
  values: string[],
  names: string[],
  grammar: Grammar,
  deadEnds = new Set<string>(),
): Generator<Named> {
  const [value, ...rest] = values;
  if (value === undefined) {
    if (!names.some((name) => NEEDED.has(name))) yield [];
    return;
  }
  const here = `${values.length} values, ${names.length} names`;
  if (deadEnds.has(here)) return;
  let isDead = true;
  for (let at = 0; at <= names.length - values.length; at++) {
    const name = names[at] ?? "";
    if (grammar[name]?.test(value)) {
      for (const more of sensibleNamings(rest, names.slice(at + 1), grammar, deadEnds)) {
        isDead = false;
        yield [[name, value], ...more];
      }
    }
    if (NEEDED.has(name)) break;
  }
  if (isDead) deadEnds.add(here);
}

const VARIABLES: Record<string, string>[] = [
  { JAZZCASH_API: "legacy", JAZZCASH_WALLET_API: "v2" },
  { JAZZCASH_API: "legacy", JAZZCASH_TXN_TYPE: "PAY", JAZZCASH_WALLET_API: "v1.1" },
  { JAZZCASH_API: "legacy", JAZZCASH_TXN_TYPE: "MPAY", SITE_URL: "http://a.pk" },
  {
    JAZZCASH_API: "orchestrator",
    JAZZCASH_TXN_TYPE: "DD",
    JAZZCASH_WALLET_API: "v2",
    JAZZCASH_MERCHANT_ID: "12345678",
  },
  { JAZZCASH_API: "pgw", JAZZCASH_TXN_TYPE: "OTC", JAZZCASH_WALLET_API: "v1.1", JAZZCASH_PASSWORD: "0123456789" },
  { JAZZCASH_API: "pgw", JAZZCASH_WALLET_API: "v1.1", JAZZCASH_SUB_MERCHANT_NAME: "ABC" },
];
const SHOPS = VARIABLES.map((variables) => shopWith({ JAZZCASH_BASE_URL: "https://gateway.example", ...variables }));

const PAYER = { mobile: "03001234567", cnicLast6: "000121" };

const MESSAGES = SHOPS.flatMap((shop) =>
  [121, 100, 12_100, 150_075].flatMap((amount) => {
    const attempt = { ...ATTEMPT, amount: paisa(amount) };
    const asked = {
      pp_MerchantID: shop.merchantId,
      pp_Password: shop.password,
      pp_TxnRefNo: attempt.transactionId,
    };
    const refund = { ...asked, pp_Amount: String(amount), pp_MerchantMPIN: "1210", pp_TxnCurrency: "PKR" };
    return [
      { what: "hosted form", shop, message: hostedRequest(attempt, shop) },
      { what: "wallet call", shop, message: walletRequest(attempt, PAYER, shop) },
      { what: "acknowledgement", shop, message: acknowledge(shop) },
      { what: "inquiry", shop, message: signRequest(asked, shop.salt) },
      { what: "refund", shop, message: signRequest(refund, shop.salt) },
    ];
  }),
);

const CHANNELS = [
  ["return", NOTICE_GRAMMAR],
  ["wallet", WALLET_GRAMMAR],
] as const;

function accepted(named: Iterable<Named>, message: Message, shop: (typeof SHOPS)[number], grammar: Grammar): string[] {
  const found: string[] = [];
  for (const entries of named) {
    for (const kind of ["form", "json"] as const) {
      const raw = { kind, entries: [...entries, ["pp_SecureHash", message.pp_SecureHash]] as const };
      if (readNotice(raw, "return", shop, grammar).refused === undefined) found.push(JSON.stringify(raw));
    }
  }
  return found;
}

it.each(["hosted form", "wallet call", "acknowledgement", "inquiry", "refund"])(
  "our own %s, its values named anew in every way that fits, is never a notice",
  (what) => {
    for (const { shop, message } of MESSAGES.filter((one) => one.what === what)) {
      for (const [, grammar] of CHANNELS) {
        const named = sensibleNamings(valuesOf(message), namesOf(grammar), grammar);
        expect(accepted(named, message, shop, grammar)).toEqual([]);
      }
    }
  },
);

it.each(["acknowledgement", "inquiry"])(
  "our own %s, its values named anew in every way at all, is never a notice",
  (what) => {
    for (const { shop, message } of MESSAGES.filter((one) => one.what === what).slice(-1)) {
      const named = namings(valuesOf(message), namesOf(NOTICE_GRAMMAR), () => true);
      expect(accepted(named, message, shop, NOTICE_GRAMMAR)).toEqual([]);
    }
  },
);

it.each(["hosted form", "wallet call"])(
  "our own %s of Rs 1.21 is no notice under any of the likeliest names",
  (what) => {
    const likely = new Set([
      "pp_Amount",
      "pp_BillReference",
      "pp_Language",
      "pp_MerchantID",
      "pp_Password",
      "pp_ResponseCode",
      "pp_ResponseMessage",
      "pp_RetreivalReferenceNo",
      "pp_SettlementExpiry",
      "pp_TxnCurrency",
      "pp_TxnDateTime",
      "pp_TxnRefNo",
      "pp_Version",
      "ppmbf_1",
      "ppmbf_2",
    ]);
    for (const { shop, message } of MESSAGES.filter((one) => one.what === what && valuesOf(one.message)[0] === "121")) {
      const names = namesOf(NOTICE_GRAMMAR).filter((name) => likely.has(name));
      expect(
        accepted(
          namings(valuesOf(message), names, () => true),
          message,
          shop,
          NOTICE_GRAMMAR,
        ),
      ).toEqual([]);
    }
  },
);

it("the search does find a message that can be named anew", () => {
  const [shop] = SHOPS;
  if (!shop) throw new Error("no shop");
  const weak = signRequest({ pp_A: "121", pp_B: "T261125ABCDEFGHJKLMN" }, shop.salt);
  const named = sensibleNamings(valuesOf(weak), namesOf(NOTICE_GRAMMAR), NOTICE_GRAMMAR);
  expect(accepted(named, weak, shop, NOTICE_GRAMMAR)).toHaveLength(1);
});
