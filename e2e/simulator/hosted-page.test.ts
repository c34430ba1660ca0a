import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashMatches, type Fields } from "./hash";
import { hiddenFields, startPretendShop, type PretendShop } from "./pretend-shop";

const FORM = "/CustomerPortal/transactionmanagement/merchantform";
const CHOOSE = "/CustomerPortal/transactionmanagement/TransactionSelection";

let shop: PretendShop;
beforeAll(async () => {
  shop = await startPretendShop();
});
afterAll(() => shop.close());

const order = (own: Fields = {}) => shop.sign({ ...shop.purchase(), ...shop.hosted(), ...own });

async function press(choice: string, form = order(), extra: Fields = {}) {
  await shop.form(FORM, form);
  const page = await (await shop.form(CHOOSE, { reference: form.pp_TxnRefNo ?? "", choice, ...extra })).text();
  return { page, form, back: hiddenFields(page) };
}

function isSigned(back: Fields): boolean {
  const absent = Object.entries(back).filter(([, value]) => value !== "null");
  return hashMatches(Object.fromEntries(absent), "simsalt001", back.pp_SecureHash ?? "");
}

describe("the page", () => {
  test("has the heading, the five buttons and a choice of method where the shop left it open", async () => {
    const response = await shop.form(FORM, order());
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain("<h1>JazzCash simulator</h1>");
    for (const name of ["Pay", "Decline", "Cancel", "Pay at a counter", "Pay but never return"]) {
      expect(page).toContain(`>${name}</button>`);
    }
    expect(page).toContain("Rs 1,500.00");
    expect(page).toContain('value="MWALLET"');
  });

  test("does not ask for the method where the shop named it", async () => {
    expect(await (await shop.form(FORM, order({ pp_TxnType: "MWALLET" }))).text()).not.toContain('type="radio"');
  });

  test.each([FORM, `${FORM}/`, FORM.toLowerCase(), `/payment-orchestrator${FORM}`])("opens at %s", async (path) => {
    expect((await shop.form(path, order())).status).toBe(200);
  });

  test("opens again for the same form while nothing is final, and never for a final one or another form", async () => {
    const form = order();
    expect((await shop.form(FORM, form)).status).toBe(200);
    expect((await shop.form(FORM, form)).status).toBe(200);
    const other = await shop.form(FORM, order({ pp_TxnRefNo: form.pp_TxnRefNo ?? "", pp_Amount: "1" }));
    expect(other.status).toBe(400);
    await press("pay", form);
    const again = await shop.form(FORM, form);
    expect(again.status).toBe(400);
    expect(await again.text()).toContain("Please provide a valid value for pp_TxnRefNo.");
  });
});

describe("the way back", () => {
  test("a card payment is 000, signed in upper case, with the four letters null", async () => {
    const { back, page, form } = await press("pay");
    expect(back).toMatchObject({
      pp_ResponseCode: "000",
      pp_TxnType: "MPAY",
      pp_DiscountedAmount: "null",
      pp_Amount: "150000",
    });
    expect(back.pp_SubMerchantId).toBe("");
    expect(back.pp_RetreivalReferenceNo).toMatch(/^\d{12}$/);
    expect(back.pp_AuthCode).toMatch(/^\d{12}$/);
    expect(back.pp_SecureHash).toMatch(/^[0-9A-F]{64}$/);
    expect(isSigned(back)).toBe(true);
    expect(page).toContain(`action="${form.pp_ReturnURL}"`);
    expect(page).toContain("Return to the shop</button>");
    expect(page).toContain("document.forms[0].submit()");
  });

  test("a wallet payment has no discount field", async () => {
    const { back } = await press("pay", order(), { method: "MWALLET" });
    expect(back).toMatchObject({ pp_ResponseCode: "000", pp_TxnType: "MWALLET" });
    expect(back).not.toHaveProperty("pp_DiscountedAmount");
    expect(isSigned(back)).toBe(true);
  });

  test.each([
    ["decline", {}, "402"],
    ["decline", { method: "MWALLET" }, "004"],
    ["cancel", {}, "112"],
  ])("%s %o is %s", async (choice, extra: Fields, code) => {
    const { back } = await press(choice, order(), extra);
    expect(back.pp_ResponseCode).toBe(code);
    expect(isSigned(back)).toBe(true);
  });

  test("a counter gives a voucher of twelve digits and no authorisation code", async () => {
    const { back } = await press("counter");
    expect(back).toMatchObject({ pp_ResponseCode: "124", pp_TxnType: "OTC", pp_AuthCode: "" });
    expect(back.pp_RetreivalReferenceNo).toMatch(/^\d{12}$/);
  });

  test("the orchestrator's reference numbers have 24 digits", async () => {
    const form = order({ pp_TxnType: "MPAY" });
    await shop.form(`/payment-orchestrator${FORM}`, form);
    const chosen = await shop.form(`/payment-orchestrator${CHOOSE}`, {
      reference: form.pp_TxnRefNo ?? "",
      choice: "pay",
    });
    expect(hiddenFields(await chosen.text()).pp_RetreivalReferenceNo).toMatch(/^\d{24}$/);
  });

  test("a second press, of whatever button, tells what the first one did", async () => {
    const { form, back } = await press("pay");
    const second = await (await shop.form(CHOOSE, { reference: form.pp_TxnRefNo ?? "", choice: "decline" })).text();
    expect(hiddenFields(second)).toEqual(back);
  });

  test("who never returns has paid, and the shop hears nothing", async () => {
    const before = shop.notices.length;
    const { page, form } = await press("never_return");
    expect(page).toContain("Paid. The browser does not go back.");
    expect(hiddenFields(page)).toEqual({});
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(shop.notices.slice(before).filter((notice) => notice.pp_TxnRefNo === form.pp_TxnRefNo)).toEqual([]);
    const inquiry = await shop.call(
      "/ApplicationAPI/API/PaymentInquiry/Inquire",
      shop.sign({ pp_TxnRefNo: form.pp_TxnRefNo ?? "" }),
    );
    expect(inquiry).toMatchObject({ pp_PaymentResponseCode: "121", pp_Status: "Completed" });
  });

  test("after its time a form is dropped, and so says a page that was left open", async () => {
    const form = order();
    await shop.form(FORM, form);
    await shop.control("clock", { offset_ms: 61 * 60_000 });
    const page = await (await shop.form(CHOOSE, { reference: form.pp_TxnRefNo ?? "", choice: "pay" })).text();
    await shop.control("clock", { offset_ms: 0 });
    expect(hiddenFields(page).pp_ResponseCode).toBe("129");
  });
});

describe("refused, with code and message, is a form with", () => {
  test.each<[string, Fields, string, string]>([
    ["another merchant", { pp_MerchantID: "MC99999" }, "101", "credentials"],
    ["a wrong password", { pp_Password: "wrong" }, "101", "credentials"],
    ["an unknown field", { pp_MobileNumber: "03123456789" }, "110", "pp_MobileNumber"],
    ["a card field in version 1.1", { pp_CustomerEmail: "a@example.com" }, "110", "pp_CustomerEmail"],
    ["no amount", { pp_Amount: "" }, "110", "pp_Amount"],
    ["a decimal amount", { pp_Amount: "1500.00" }, "110", "pp_Amount"],
    ["a dollar amount", { pp_TxnCurrency: "USD" }, "110", "pp_TxnCurrency"],
    ["a long reference", { pp_TxnRefNo: "T12345678901234567890" }, "110", "pp_TxnRefNo"],
    ["a dash in the bill", { pp_BillReference: "ORD-1" }, "110", "pp_BillReference"],
    ["a colon in the description", { pp_Description: "Order: 1" }, "110", "pp_Description"],
    ["a description beyond ASCII", { pp_Description: "آرڈر" }, "110", "pp_Description"],
    ["a date that is none", { pp_TxnDateTime: "20260231120000" }, "110", "pp_TxnDateTime"],
    ["an end that is past", { pp_TxnExpiryDateTime: "20200101000000" }, "110", "pp_TranExpiryDateTime"],
    [
      "a pair that is not allowed",
      { pp_TxnType: "MPAY" },
      "110",
      "Provided Transaction Type and Version are not allowed",
    ],
    [
      "another return URL",
      { pp_ReturnURL: "http://127.0.0.1:1/elsewhere/" },
      "999",
      "insufficient merchant information",
    ],
    [
      "a return URL elsewhere",
      { pp_ReturnURL: "https://shop.example/api/cart/payments/jazzcash/return/" },
      "999",
      "insufficient",
    ],
  ])("%s", async (_name, wrong, code, message) => {
    const response = await shop.form(FORM, order(wrong));
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(page).toContain(`Error ${code}`);
    expect(page).toContain(message);
  });

  test("a wrong hash", async () => {
    const page = await (await shop.form(FORM, { ...order(), pp_Amount: "1" })).text();
    expect(page).toContain("Error 115");
  });

  test("a field twice", async () => {
    const body = `${new URLSearchParams(order())}&pp_Amount=1`;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const page = await (await fetch(shop.gateway + FORM, { method: "POST", headers, body })).text();
    expect(page).toContain("valid value for pp_Amount");
  });
});

test("a card in version 2.0 may carry its own fields", async () => {
  const form = order({ pp_Version: "2.0", pp_TxnType: "MPAY", pp_CustomerEmail: "a@example.com" });
  expect((await shop.form(FORM, form)).status).toBe(200);
});

test("the dashboard lists a voucher, takes the cash for it and tells the shop", async () => {
  const { form, back } = await press("counter");
  expect(await (await fetch(shop.gateway)).text()).toContain("Pay the voucher at a counter");
  const paid = await shop.form("/dashboard/counter", { reference: form.pp_TxnRefNo ?? "" });
  expect(paid.status).toBe(303);
  await expect.poll(() => shop.notices.at(-1)?.pp_TxnRefNo).toBe(form.pp_TxnRefNo);
  expect(shop.notices.at(-1)).toMatchObject({
    pp_ResponseCode: "121",
    pp_TxnType: "OTC",
    pp_RetreivalReferenceNo: back.pp_RetreivalReferenceNo,
  });
  expect((await shop.form("/dashboard/counter", { reference: form.pp_TxnRefNo ?? "" })).status).toBe(409);
});
