import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, test } from "vitest";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { aLine, anAttempt, anOrder, orderInput, somebody } from "@/db/test-fixtures";
import { placeOrder } from "@/lib/orders/place-order";
import type { OrderView } from "@/lib/orders/schemas";
import { searchOrders } from "@/lib/orders/search-orders";
import { searchTerms } from "@/lib/orders/search-terms";

const { db } = testDatabase();

let order: OrderView;
let itemCode: string;

const found = async (search: string, within = eq(orders.status, "pending")) => {
  const where = await searchOrders(db, search, within);
  return (await db.select({ id: orders.id }).from(orders).where(where).orderBy(desc(orders.id))).map(({ id }) => id);
};

beforeAll(async () => {
  const ctx = await somebody(db);
  const { product } = await aLine(ctx, { name: "Walnut tray" });
  itemCode = product.itemCode;
  order = await placeOrder(
    ctx,
    orderInput({ customer_name: "Ayesha Khan", customer_phone: "03001234567", customer_email: "Ayesha@Example.com" }),
  );
  await db.update(orders).set({ trackingNumber: "TCS-7794" }).where(eq(orders.id, order.id));
  for (let at = 0; at < 3; at++) await anOrder(await somebody(db));
});

describe("an order is found", () => {
  it("by its number, in small letters, without its dashes or ORD, and by the beginning or the end of its code", async () => {
    const { order_number: number } = order;
    const code = number.slice(4, 12);
    for (const text of [
      number,
      number.toLowerCase(),
      number.replaceAll("-", ""),
      ` ${number.replaceAll("-", " ")} `,
      code,
      code.slice(0, 5).toLowerCase(),
      number.slice(4),
      code.slice(3),
      code.slice(-4).toLowerCase(),
      number.slice(8),
      number.slice(9).replace("-", ""),
    ]) {
      expect([text, await found(text)]).toEqual([text, [order.id]]);
    }
  });

  it("by its buyer's name, e-mail, and phone however it is written or typed", async () => {
    for (const text of ["ayesha k", "KHAN", "ayesha@example.com", "AYESHA@ex"]) {
      expect([text, await found(text)]).toEqual([text, [order.id]]);
    }
    for (const text of [
      "03001234567",
      "0300 1234567",
      "+92 300 1234567",
      "0092-300-1234567",
      "۰۳۰۰۱۲۳۴۵۶۷",
      "030012",
    ]) {
      expect([text, await found(text)]).toEqual([text, [order.id]]);
    }
    for (const customerPhone of ["0300 1234567", "+92-300-1234567", "0300 123 4567", "923001234567"]) {
      await db.update(orders).set({ customerPhone }).where(eq(orders.id, order.id));
      for (const text of ["0300-1234567", "0300123", "3001234", "1234567", "123 4567"]) {
        expect([customerPhone, text, await found(text)]).toEqual([customerPhone, text, [order.id]]);
      }
    }
  });

  it("by what was bought, its code or its name in either language, and by its tracking number", async () => {
    for (const text of [itemCode, itemCode.toLowerCase(), "walnut", "tcs-7794", " TCS- 7794"]) {
      expect([text, await found(text)]).toEqual([text, [order.id]]);
    }
    expect(await found("نیلا گلدان")).toHaveLength(4);
  });

  it("by an attempt to pay it: our reference, JazzCash's, or its voucher", async () => {
    const { order: tried, payment } = await anAttempt(await somebody(db));
    const { transaction_id: ours } = payment;
    await db
      .update(payments)
      .set({ gatewayReference: "9911223344", voucherNumber: "55667788" })
      .where(eq(payments.transactionId, ours));
    for (const text of [ours, ` ${ours.toLowerCase()} `, "9911223344", "55667788"]) {
      expect([text, await found(text)]).toEqual([text, [tried.id]]);
    }
  });

  it("only among those that are looked through, and never by signs that mean something to the database", async () => {
    expect(await found("ayesha", eq(orders.status, "delivered"))).toEqual([]);
    for (const text of ["%%%", "a_esha", "\\", "'; --", "zz", "99"]) expect(await found(text)).toEqual([]);
  });
});

test("words mean only what they can be", () => {
  expect(searchTerms("ab")).toMatchObject({ number: null, name: null, phones: null, email: null, tracking: null });
  expect(searchTerms("7K2M9Q")).toMatchObject({
    number: { from: "ORD-7K2M9Q00-00000000", to: "ORD-7K2M9QZZ-99999999" },
  });
  expect(searchTerms("2m9q")).toMatchObject({ numberEnd: { from: "Q9M20000", to: "Q9M2ZZZZ", day: null } });
  expect(searchTerms("M9Q-20261125")).toMatchObject({ numberEnd: { from: "Q9M00000", day: "20261125" } });
  expect(searchTerms("20261125")).toMatchObject({ numberEnd: { day: null } });
  expect(searchTerms("ali khan")).toMatchObject({ phones: null, email: null, tracking: null, name: "%ali khan%" });
});
