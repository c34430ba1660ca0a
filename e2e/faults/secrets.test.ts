import { sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { POST as callback } from "@/app/api/cart/payments/jazzcash/callback/route";
import { GET as lookBack, POST as comeBack } from "@/app/api/cart/payments/jazzcash/return/route";
import { orders } from "@/db/schema/orders";
import { paymentEvents } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { aLine, anAttempt, laterOn, orderInput, somebody } from "@/db/test-fixtures";
import { ipnOf, returnOf } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { lyingGateway } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, giveBackOf } from "@/e2e/faults/money-back";
import { everythingKept, holds, listenToConsole } from "@/e2e/faults/what-is-kept";
import { signed } from "@/e2e/simulator/hash";
import { env } from "@/lib/env";
import { placeOrder } from "@/lib/orders/place-order";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import type { InitiatedPaymentView } from "@/lib/payments/schemas";
import { verifyPayment } from "@/lib/payments/verify-payment";

const SALT = "s4ltsecret";
const MOBILE = "03451239876";
const CNIC_END = "917354";

/** What must be nowhere. */
const SECRETS = {
  salt: SALT,
  "previous salt": "0ldsecret7",
  password: "pw5ecret9z",
  MPIN: "8642",
  mobile: "3451239876",
  card: "5123456789012346",
  CNIC: "3520291735417",
  "end of CNIC": CNIC_END,
};
/** The same as somebody else may write it. */
const SPELT = [
  ...Object.values(SECRETS),
  SALT.toUpperCase(),
  MOBILE,
  "+923451239876",
  "0345-1239876",
  "0345 123 98 76",
  "5123 4567 8901 2346",
  "35202-9173541-7",
];

const { db } = testDatabase();
const gateway = await lyingGateway({
  JAZZCASH_INTEGRITY_SALT: SALT,
  JAZZCASH_INTEGRITY_SALT_PREVIOUS: SECRETS["previous salt"],
  JAZZCASH_PASSWORD: SECRETS.password,
  JAZZCASH_MERCHANT_MPIN: SECRETS.MPIN,
  JAZZCASH_TIMEOUT_MS: "5000",
});
const said = listenToConsole();
const NO_PARAMS = { params: Promise.resolve({}) };
const FORM = "application/x-www-form-urlencoded";

type Fields = Record<string, string>;

const sentence = (secret: string) => `The payer ${secret} was asked, and ${secret} it was.`;

/** A gateway that answers with the whole call, with what it says, and with what nobody knows. */
const answersWith = (says: Fields, isSigned = true) =>
  gateway.answers((asked, response) => {
    const { pp_SecureHash: _, ...answer } = { ...asked, ...says };
    response.end(JSON.stringify(isSigned ? signed(answer, SALT) : { ...answer, pp_SecureHash: "" }));
  });

async function anOrderBy(mobile: string) {
  const ctx = await somebody(db);
  await aLine(ctx);
  return { ctx, order: await placeOrder(ctx, orderInput({ customer_phone: mobile })) };
}

async function payByWallet(walletApi: "v2" | "v1.1"): Promise<InitiatedPaymentView> {
  env().jazzcash.walletApi = walletApi;
  const { ctx, order } = await anOrderBy(MOBILE);
  const payer = { customer_phone: MOBILE, cnic_last6: CNIC_END };
  return initiatePayment(ctx, { order_id: order.id, payment_method: "jazzcash_wallet", ...payer });
}

/** Posts to a door as a stranger would; what it answers is looked at as well. */
async function tell(door: typeof callback, body: string, type = "application/json") {
  const headers = { "content-type": type };
  const request = new Request("http://localhost:3000/", { method: "POST", headers, body });
  const response = await door(request, NO_PARAMS);
  said.push({ where: "an answer", text: `${await response.text()} ${response.headers.get("location")}` });
}
async function tellEveryDoor(fields: Record<string, string | null>) {
  const form = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, value ?? ""])).toString();
  await tell(callback, JSON.stringify(fields));
  await tell(comeBack, form, FORM);
  await lookBack(new Request(`http://localhost:3000/?${form}`), NO_PARAMS);
}

afterAll(() => expectProof(db));

describe("whole journeys with secrets in every message", () => {
  it.each(SPELT)("wallet, hosted page, inquiry and refund, when the gateway tells %s", async (secret) => {
    const words = { pp_ResponseMessage: sentence(secret), pp_PaymentResponseMessage: sentence(secret) };
    const strange = { pp_Strange: secret, [`pp_${secret}`]: secret, [secret]: secret };
    const shape = SPELT.indexOf(secret) % 2 === 0 ? "v2" : "v1.1";
    for (const pp_ResponseCode of ["000", "004", "157"]) {
      answersWith({ ...words, pp_ResponseCode });
      await payByWallet(shape);
    }
    for (const isSigned of [true, false]) {
      answersWith({ ...words, ...strange, pp_ResponseCode: "000" }, isSigned);
      await payByWallet(shape);
    }

    const ctx = await somebody(db);
    const { payment } = await anAttempt(ctx);
    const status = { pp_PaymentResponseCode: "157", pp_Status: sentence(secret) };
    answersWith({ ...words, ...status, pp_ResponseCode: "000" });
    await verifyPayment(laterOn(ctx, 20), payment);
    answersWith({ ...words, ...status, ...strange, pp_ResponseCode: "000" });
    await verifyPayment(laterOn(ctx, 40), payment);
    answersWith({ ...words, ...strange, pp_ResponseCode: "199" }, false);
    await verifyPayment(laterOn(ctx, 60), payment);
    const { pp_SecureHash: _, ...back } = returnOf(payment, { ...words, pp_Password: SECRETS.password });
    await tellEveryDoor(signed({ ...back, ppmpf_1: MOBILE, pp_PaymentResponseMessage: "" }, SALT));

    const admin = await somebody(db, { role: "admin" });
    for (const pp_ResponseCode of ["452", "999", "000"]) {
      const paid = await aPaidOrder(db, "MWALLET");
      answersWith({ ...words, ...strange, pp_ResponseCode });
      await giveBackOf(admin, paid.payment).catch((thrown: Error) =>
        said.push({ where: "thrown", text: String(thrown) }),
      );
    }
  });
});

describe("strangers who send what they know", () => {
  const CLEAR_BUT_AMOUNTS = [
    ..."pp_BankID pp_BillReference pp_Language pp_MerchantID pp_ResponseCode pp_RetreivalReferenceNo".split(" "),
    ..."pp_SettlementExpiry pp_TxnCurrency pp_TxnDateTime pp_TxnRefNo pp_TxnType pp_Version".split(" "),
  ];

  it.each(SPELT)("%s, under strange names, as a name, inside a message, in place of every value", async (secret) => {
    const { payment } = await anAttempt(await somebody(db));
    const { pp_SecureHash: _, ...notice } = ipnOf(payment);
    const changed: Fields[] = [
      { pp_Strange: secret, pp_CNIC: secret, ppmpf_9: secret },
      { [`pp_${secret}`]: "1", [secret]: "1" },
      { pp_ResponseMessage: sentence(secret) },
      { pp_TxnRefNo: secret },
      ...CLEAR_BUT_AMOUNTS.map((name) => ({ [name]: secret })),
    ];
    const messages = changed.map((changes) => ({ ...notice, ...changes }));
    for (const message of messages.slice(0, 4)) await tellEveryDoor(signed(message, SALT));
    for (const message of messages) await tellEveryDoor({ ...message, pp_SecureHash: "0".repeat(64) });

    const json = JSON.stringify({ ...notice, pp_ResponseMessage: sentence(secret) });
    const strange = `"pp_Strange":"${secret}"`;
    await tell(callback, json.replace("{", `{${strange},${strange},"pp_${secret}":"1","pp_${secret}":"2",`));
    await tell(callback, json.replace("{", `{"pp_Nested":{${strange}},"pp_List":["${secret}"],`));
    await tell(callback, json.slice(0, -20));
    await tell(callback, JSON.stringify({ ...notice, pp_ResponseMessage: `${secret} `.repeat(15_000) }));
    await tell(callback, JSON.stringify({ ...notice, [`pp_${secret}`.repeat(5000)]: secret }));
    await tell(comeBack, secret, FORM);
    await tell(comeBack, `pp_TxnRefNo=${payment.transaction_id}&${secret}&${secret}`, FORM);
    await tell(callback, json, "text/plain");
  });

  it("even where the database is broken, and the console says so", async () => {
    const { payment } = await anAttempt(await somebody(db));
    await db.execute(sql`alter table payment_events rename to lost`);
    const before = said.length;
    await tellEveryDoor({ ...ipnOf(payment), pp_Strange: SECRETS.password, pp_ResponseMessage: sentence(MOBILE) });
    await db.execute(sql`alter table lost rename to payment_events`);
    expect(said.slice(before).filter(({ where }) => where === "console.error")).not.toEqual([]);
  });
});

it("no secret, no CNIC and no full number is kept in any table or told on the console", async () => {
  const told = [...(await everythingKept(db)), ...said];
  const leaks = told.flatMap(({ where, text }) =>
    Object.entries(SECRETS)
      .filter(([, secret]) => holds(text, secret))
      .map(([name]) => `${name} in ${where}: ${text.slice(0, 300)}`),
  );
  expect([...new Set(leaks)].slice(0, 10)).toEqual([]);
});

it("and it was really looked at: messages were kept, and a number is where it lawfully lives", async () => {
  expect((await db.select().from(paymentEvents)).length).toBeGreaterThan(1000);
  const phones = await db.select({ phone: orders.customerPhone }).from(orders);
  expect(phones.some(({ phone }) => holds(phone, SECRETS.mobile))).toBe(true);
  const kept = (await everythingKept(db)).map(({ where }) => where);
  for (const where of ["payment_events.fields", "payments.response_message", "review_items.facts"]) {
    expect(kept).toContain(where);
  }
  for (const secret of SPELT) expect(Object.values(SECRETS).some((one) => holds(sentence(secret), one))).toBe(true);
});
