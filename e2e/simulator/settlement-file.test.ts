import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { pakistanTime } from "./pakistan-time";
import { startPretendShop, type PretendShop } from "./pretend-shop";

let shop: PretendShop;
beforeAll(async () => {
  shop = await startPretendShop();
});
afterEach(() => shop.control("reset", {}));
afterAll(() => shop.close());

const get = async (query = "") => (await fetch(`${shop.gateway}/_control/settlement.csv${query}`)).text();
const rowsOf = (text: string) =>
  text
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.split(","));
const parcels = (faults = "") =>
  shop.control("settlement.csv", {
    lines: [
      { reference: "LE1", amount_paisa: 300_000 },
      { reference: "LE,2", amount_paisa: 100 },
    ],
    faults,
  });
const today = () => pakistanTime(new Date()).slice(0, 8);

describe("JazzCash's settlement file", () => {
  test("has what was paid and given back, once without a day, and of a day as often as it is asked", async () => {
    const { reference } = await shop.pay();
    await shop.pay("decline");
    const [row, ...more] = rowsOf(await get());
    expect(row?.slice(0, 5)).toEqual([reference, "1500.00", "30.00", "4.80", "1465.20"]);
    expect(more).toEqual([]);
    expect(rowsOf(await get())).toEqual([]);
    const refund = { pp_TxnRefNo: reference, pp_Amount: "50000", pp_TxnCurrency: "PKR" };
    const answer = await shop.call("/ApplicationAPI/API/authorize/Refund", shop.sign(refund));
    expect(answer.pp_ResponseCode ?? answer.ResponseCode).toBe("000");
    expect(rowsOf(await get()).map((cells) => cells.slice(0, 5))).toEqual([
      [reference, "-500.00", "0.00", "0.00", "-500.00"],
    ]);
    for (const _ of [1, 2]) expect(rowsOf(await get(`?day=${today()}`))).toHaveLength(2);
    expect(rowsOf(await get("?day=20200101"))).toEqual([]);
  });

  test("keeps what its settings say", async () => {
    await shop.control("settings", { settlement_fee: 1.5, settlement_tax: 0 });
    await shop.pay();
    expect(rowsOf(await get())[0]?.slice(1, 5)).toEqual(["1500.00", "22.50", "0.00", "1477.50"]);
  });

  test("is refused for a day or a fault that there is not", async () => {
    for (const query of ["?day=26-11-2026", "?faults=late"]) {
      expect((await fetch(`${shop.gateway}/_control/settlement.csv${query}`)).status).toBe(400);
    }
  });
});

describe("a courier's file", () => {
  test("is of the parcels that are named", async () => {
    const text = await (await parcels()).text();
    expect(text.split("\r\n")[0]).toBe("Tracking No,COD Collected,Delivery Charges,WHT,Net Payable,Paid On");
    expect(text).toContain("LE1,3000.00,200.00,32.00,2768.00,");
    expect(text).toContain('"LE,2",1.00,0.50,0.08,0.42,');
    expect((await shop.control("settlement.csv", { lines: [{ reference: "" }] })).status).toBe(400);
  });

  test("costs its fee for a parcel without cash", async () => {
    const file = await shop.control("settlement.csv", { lines: [{ reference: "LE3", amount_paisa: 0 }] });
    expect(await file.text()).toContain("LE3,0.00,200.00,32.00,-232.00,");
  });

  test.each([
    ["missing_row", (rows: string[][]) => expect(rows.map(([first]) => first)).toEqual(['"LE'])],
    ["doubled_row", (rows: string[][]) => expect(rows.map(([first]) => first)).toEqual(["LE1", "LE1", '"LE'])],
    ["other_amount", (rows: string[][]) => expect(rows.at(-1)?.slice(2, 6)).toEqual(["2.00", "0.50", "0.08", "1.42"])],
    ["other_fee", (rows: string[][]) => expect(rows[0]?.slice(2, 5)).toEqual(["201.00", "32.00", "2767.00"])],
    [
      "charge_row",
      (rows: string[][]) => expect(rows.at(-1)?.slice(1, 5)).toEqual(["0.00", "150.00", "24.00", "-174.00"]),
    ],
    ["unknown_reference", (rows: string[][]) => expect(rows.at(-1)?.[0]).toMatch(/NONE$/)],
    ["wrong_sum", (rows: string[][]) => expect(rows.at(-1)?.slice(2, 6)).toEqual(["1.00", "0.50", "0.08", "0.43"])],
    ["wrong_date", (rows: string[][]) => expect(rows[0]?.at(-1)).toMatch(/^\d\d\/\d\d\/\d\d$/)],
  ])("with the fault %s", async (fault, check) => check(rowsOf(await (await parcels(fault)).text())));

  test("begins with a mark, and calls its columns otherwise", async () => {
    const bytes = await (await parcels("byte_order_mark,other_columns")).arrayBuffer();
    expect(Buffer.from(bytes).toString("utf8")).toMatch(/^\ufeffDay,C,D,E,F,Ref\.\r\n/);
    expect(await (await parcels("urdu_columns")).text()).toMatch(/^حوالہ نمبر,/);
  });
});
