import { describe, expect, it } from "vitest";
import { fitColumns, guessColumns } from "@/lib/settlements/guess-columns";
import { decideCharge, decideRow, type Here } from "@/lib/settlements/model";
import { readDay } from "@/lib/settlements/read-day";
import { readRupees } from "@/lib/settlements/read-rupees";
import { paisa } from "@/lib/shared/money";

const here = (more: Partial<Here> = {}): Here => ({
  method: "jazzcash",
  status: "completed",
  takenPaisa: paisa(300_000),
  orderStatus: "confirmed",
  isSettled: false,
  isSettledAlike: false,
  hasTwin: false,
  refunds: 0,
  refundsSettled: 0,
  sameBefore: 0,
  sameElsewhere: 0,
  sameTakenBack: 0,
  ...more,
});
const cash = (more: Partial<Here> = {}) => here({ method: "cash_on_delivery", orderStatus: "shipped", ...more });
const OTHERS = ["pending", "processing", "failed", "cancelled", "expired"] as const;

describe("a row of a settlement file", () => {
  it("of nobody is missing here, and of the other kind of money differs", () => {
    expect(decideRow("gateway", 1, null)).toEqual({ outcome: "missing_here", why: "unknown_reference" });
    expect(decideRow("gateway", 300_000, cash())).toMatchObject({ why: "other_method" });
    expect(decideRow("courier", 300_000, here())).toMatchObject({ why: "other_method" });
  });

  it.each(["completed", "partially_refunded", "refunded"] as const)(
    "of a payment that is %s settles it once",
    (status) => {
      expect(decideRow("gateway", 300_000, here({ status }))).toEqual({ outcome: "settled" });
      const alike = here({ status, isSettled: true, isSettledAlike: true });
      expect(decideRow("gateway", 300_000, alike)).toEqual({ outcome: "repeated" });
      expect(decideRow("gateway", 300_000, { ...alike, isSettledAlike: false })).toMatchObject({
        why: "paid_out_again",
      });
      expect(decideRow("gateway", 299_999, here({ status, isSettled: true }))).toMatchObject({ why: "other_amount" });
      expect(decideRow("courier", 300_000, cash({ status }))).toEqual({ outcome: "settled" });
    },
  );

  it.each(OTHERS)("of JazzCash's that is %s here differs", (status) => {
    expect(decideRow("gateway", 300_000, here({ status }))).toMatchObject({ outcome: "differing", why: "not_paid" });
  });

  it("of cash that is awaited records it where the parcel was sent", () => {
    const awaited = (orderStatus: Here["orderStatus"]) => cash({ status: "pending", orderStatus });
    for (const state of ["shipped", "delivered"] as const) {
      expect(decideRow("courier", 300_000, awaited(state))).toEqual({ outcome: "settled", recordsCash: true });
    }
    expect(decideRow("courier", 1, awaited("shipped"))).toMatchObject({ why: "other_amount" });
    for (const state of ["pending", "confirmed", "in_progress", "cancelled"] as const) {
      expect(decideRow("courier", 300_000, awaited(state))).toMatchObject({ why: "not_paid" });
    }
  });

  it.each([
    ["a refund that no file took back", { refunds: 2, refundsSettled: 1 }, { outcome: "given_back" }],
    ["what was not refunded", {}, { outcome: "differing", why: "no_such_refund" }],
    ["the same refund otherwise", { refunds: 1, refundsSettled: 1 }, { outcome: "differing", why: "taken_back_again" }],
    ["the same once more", { refunds: 1, refundsSettled: 1, sameTakenBack: 1 }, { outcome: "repeated" }],
    ["what another file has as well", { refunds: 2, refundsSettled: 1, sameElsewhere: 1 }, { outcome: "repeated" }],
    [
      "one more than another file has",
      { refunds: 2, refundsSettled: 1, sameElsewhere: 1, sameBefore: 1 },
      { outcome: "given_back" },
    ],
  ] as const)("below nothing is about %s", (_, more, decision) => {
    expect(decideRow("gateway", -100, here({ status: "partially_refunded", ...more }))).toEqual(decision);
  });

  it("of nothing but a fee takes it once, whoever's parcel it is", () => {
    for (const method of ["cash_on_delivery", "jazzcash", null] as const) {
      expect(decideCharge("courier", method, false)).toEqual({ outcome: "charged" });
      expect(decideCharge("courier", method, true)).toEqual({ outcome: "repeated" });
    }
    expect(decideCharge("gateway", "jazzcash", false)).toEqual({ outcome: "charged" });
    expect(decideCharge("gateway", "cash_on_delivery", false)).toMatchObject({ why: "other_method" });
  });
});

it.each([
  ["1500", 150_000],
  ["1,500.00", 150_000],
  ["1,00,000.5", 10_000_050],
  ["Rs. 1,500", 150_000],
  ["PKR 1500/-", 150_000],
  ["۱۵۰۰", 150_000],
  ["1500.0000", 150_000],
  ["-30.00", -3000],
  ["(30)", -3000],
  ["-0.00", 0],
  ["", null],
  ["-", null],
  ["1.500,00", null],
  ["15,00", null],
  ["1500.001", null],
  ["1e3", null],
  ["12 thousand", null],
])("%j is %s paisa", (text, amount) => expect(readRupees(text)).toBe(amount));

it.each([
  ["2026-11-26", "2026-11-26"],
  ["2026-11-26 18:04:05", "2026-11-26"],
  ["2026-11-26T18:04:05+05:00", "2026-11-26"],
  ["20261126180405", "2026-11-26"],
  ["26/11/2026", "2026-11-26"],
  ["6-1-2026", "2026-01-06"],
  ["26-Nov-2026", "2026-11-26"],
  ["26 November, 2026", "2026-11-26"],
  ["۲۶/۱۱/۲۰۲۶", "2026-11-26"],
  ["11/26/2026", null],
  ["31/02/2026", null],
  ["26/11/26", null],
  ["soon", null],
  ["", null],
])("%j is the day %s", (text, day) => expect(readDay(text)).toBe(day));

it("columns are guessed by what such files usually call them, each once", () => {
  expect(
    guessColumns(["Sr", "Txn Ref No", "Txn Amount", "MDR", "FED", "Net Amount", "Txn Date", "Settlement Date"]),
  ).toEqual({
    reference: "Txn Ref No",
    gross: "Txn Amount",
    fee: "MDR",
    tax: "FED",
    net: "Net Amount",
    date: "Settlement Date",
  });
  expect(guessColumns(["حوالہ نمبر", "کل رقم", "فیس", "ٹیکس", "خالص رقم", "تاریخ"])).toEqual({
    reference: "حوالہ نمبر",
    gross: "کل رقم",
    fee: "فیس",
    tax: "ٹیکس",
    net: "خالص رقم",
    date: "تاریخ",
  });
  expect(guessColumns(["a", "b"])).toEqual({});
});

it("columns fit where each is there once; a courier may have none for tax", () => {
  const names = { reference: "r", gross: "g", fee: "f", net: "n", date: "d" };
  const columns = Object.values(names);
  expect(fitColumns(names, columns, "courier")).toBe(true);
  expect(fitColumns(names, columns, "gateway")).toBe(false);
  expect(fitColumns({ ...names, tax: "t" }, [...columns, "t"], "gateway")).toBe(true);
  expect(fitColumns(names, [...columns, "g"], "courier")).toBe(false);
});
