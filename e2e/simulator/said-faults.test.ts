import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { faultsOf } from "./fault-list";
import type { FaultTarget } from "./fault-kind";
import type { SignableFields } from "./hash";
import { isSigned, isSignedReturn, startPretendShop, type PretendShop } from "./pretend-shop";

const WALLET = "/ApplicationAPI/API/2.0/Purchase/DoMWalletTransaction";
const REFUND = "/ApplicationAPI/API/authorize/Refund";

let shop: PretendShop;
beforeAll(async () => {
  shop = await startPretendShop();
});
afterAll(() => shop.close());

type Speaker = Exclude<FaultTarget, "page" | "mail" | "sms">;
interface Said {
  reference: string;
  message: SignableFields;
  isRightlySigned: boolean;
}

/** One message of each kind about a payment that was made, under the faults asked for it before. */
const SPEAKERS: Record<Speaker, (prepare: () => Promise<unknown>) => Promise<Said>> = {
  return: async (prepare) => {
    await prepare();
    const { reference, back } = await shop.pay();
    return { reference, message: back, isRightlySigned: isSignedReturn(back) };
  },
  ipn: async (prepare) => {
    await prepare();
    const { reference } = await shop.pay();
    const [message] = await vi.waitUntil(() => shop.noticesOf(reference).length > 0 && shop.noticesOf(reference));
    return { reference, message: message ?? {}, isRightlySigned: isSigned(message ?? {}) };
  },
  wallet: async (prepare) => {
    await prepare();
    const fields = shop.sign({ ...shop.purchase(), pp_MobileNumber: "03123456789", pp_CNIC: "345678" });
    const message = await shop.call(WALLET, fields);
    return { reference: fields.pp_TxnRefNo ?? "", message, isRightlySigned: isSigned(message) };
  },
  inquiry: async (prepare) => {
    const { reference } = await shop.pay();
    await prepare();
    const message = await shop.ask(reference);
    return { reference, message, isRightlySigned: isSigned(message) };
  },
  refund: async (prepare) => {
    const { reference } = await shop.pay();
    await prepare();
    const fields = { pp_TxnRefNo: reference, pp_Amount: "150000", pp_TxnCurrency: "PKR" };
    const message = await shop.call(REFUND, shop.sign(fields));
    return { reference, message, isRightlySigned: isSigned(message) };
  },
};

const ALL: readonly Speaker[] = ["return", "ipn", "wallet", "inquiry"];
const CASES: [fault: string, value: string, speakers: readonly Speaker[], said: SignableFields][] = [
  ...["000", "121", "124", "157", "199", "210", "999", "777"].map(
    (code): [string, string, readonly Speaker[], SignableFields] => [
      "response_code",
      code,
      ["return", "ipn", "wallet"],
      { pp_ResponseCode: code },
    ],
  ),
  ["response_code", "", ["return", "ipn", "wallet"], { pp_ResponseCode: "" }],
  [
    "response_code",
    "109",
    ["inquiry"],
    { pp_ResponseCode: "109", pp_PaymentResponseCode: "", pp_Status: "", pp_Amount: "" },
  ],
  ["response_code", "451", ["refund"], { pp_ResponseCode: "451" }],
  [
    "payment_code",
    "210",
    ["inquiry"],
    { pp_ResponseCode: "000", pp_PaymentResponseCode: "210", pp_Status: "Completed" },
  ],
  ["payment_status", "Dropped", ["inquiry"], { pp_PaymentResponseCode: "121", pp_Status: "Dropped" }],
  ["payment_status", "", ["inquiry"], { pp_PaymentResponseCode: "121", pp_Status: "" }],
  ["other_amount", "149900", ALL, { pp_Amount: "149900" }],
  ["discount", "140000", ALL, { pp_DiscountedAmount: "140000" }],
  ["other_bill_reference", "ORDOTHER", ALL, { pp_BillReference: "ORDOTHER" }],
  [
    "repeated_gateway_reference",
    "261126000001",
    ["return", "ipn", "wallet"],
    { pp_RetreivalReferenceNo: "261126000001" },
  ],
  ["repeated_gateway_reference", "261126000001", ["inquiry"], { pp_RetrievalReferenceNo: "261126000001" }],
  ["unknown_field", "pp_New=a=b", ALL, { pp_New: "a=b" }],
];
const EACH = CASES.flatMap(([fault, value, speakers, said]) =>
  speakers.map((speaker) => ({ speaker, fault, value, said })),
);

test.each(EACH)(
  "the $speaker says, by $fault “$value”, what is not so, and is signed",
  async ({ speaker, fault, value, said }) => {
    const { reference, message, isRightlySigned } = await SPEAKERS[speaker](() =>
      shop.fault(speaker, fault, { value }),
    );
    expect(message).toMatchObject(said);
    expect(isRightlySigned).toBe(true);
    expect(await shop.ask(reference)).toMatchObject({ pp_PaymentResponseCode: "121", pp_Amount: "150000" });
  },
);

test.each(ALL)("the %s repeats the newest gateway reference of another transaction", async (speaker) => {
  const { back } = await shop.pay();
  const prepare = async () => {
    if (speaker === "inquiry") await shop.pay(); // the newest is then this one's
    await shop.fault(speaker, "repeated_gateway_reference");
  };
  const { message, isRightlySigned } = await SPEAKERS[speaker](prepare);
  const repeated = message.pp_RetreivalReferenceNo ?? message.pp_RetrievalReferenceNo;
  const known = await shop.look<{ gateway_reference: string }[]>("transactions");
  expect(known.map(({ gateway_reference }) => gateway_reference).slice(0, 2)).toContain(repeated);
  expect(isRightlySigned).toBe(true);
  if (speaker !== "inquiry") expect(repeated).toBe(back.pp_RetreivalReferenceNo);
});

test.each(["return", "ipn"] as const)(
  "the %s comes with a forged hash, none, or one in lower case",
  async (speaker) => {
    const forged = await SPEAKERS[speaker](() => shop.fault(speaker, "forged_hash"));
    expect(forged.message.pp_SecureHash).toMatch(/^[0-9A-F]{64}$/);
    expect(forged.isRightlySigned).toBe(false);
    const empty = await SPEAKERS[speaker](() => shop.fault(speaker, "empty_hash"));
    expect(empty.message.pp_SecureHash).toBe("");
    const lower = await SPEAKERS[speaker](() => shop.fault(speaker, "lower_case_hash"));
    expect(lower.message.pp_SecureHash).toMatch(/^[0-9a-f]{64}$/);
    expect(lower.isRightlySigned).toBe(true);
  },
);

test("faults of different parts act on one message together, those of one part on one after the other", async () => {
  await shop.fault("inquiry", "other_amount", { value: 1 });
  await shop.fault("inquiry", "payment_code", { value: "157" });
  await shop.fault("inquiry", "other_amount", { value: 2 });
  const { reference } = await shop.pay();
  expect(await shop.ask(reference)).toMatchObject({ pp_Amount: "1", pp_PaymentResponseCode: "157" });
  expect(await shop.ask(reference)).toMatchObject({ pp_Amount: "2", pp_PaymentResponseCode: "121" });
  expect(await shop.ask(reference)).toMatchObject({ pp_Amount: "150000" });
});

describe("every fault of what is said", () => {
  test.each([...ALL, "refund"] as const)("of the %s is tried here", (speaker) => {
    const listed = faultsOf(speaker).filter(({ part, value }) => part === undefined && value !== undefined);
    const tried = new Set(EACH.filter((one) => one.speaker === speaker).map(({ fault }) => fault));
    expect(listed.map(({ fault }) => fault).toSorted()).toEqual([...tried].toSorted());
  });
});
