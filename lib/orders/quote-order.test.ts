import { expect, it } from "vitest";
import { deliveryZones, discountCodes, orders } from "@/db/schema/orders";
import { testDatabase } from "@/db/test-database";
import { aLine, laterOn, orderInput, somebody } from "@/db/test-fixtures";
import { placeOrder } from "@/lib/orders/place-order";
import { quoteOrder } from "@/lib/orders/quote-order";
import { QuoteInput } from "@/lib/orders/schemas";
import { paisa } from "@/lib/shared/money";

const { db } = testDatabase();

it("says what the order then costs, in each city, and makes none", async () => {
  await db.insert(deliveryZones).values([
    { city: "lahore", chargePaisa: paisa(200_00), freeFromPaisa: null },
    { city: "quetta", chargePaisa: paisa(450_50), freeFromPaisa: paisa(3000_00) },
  ]);
  await db.insert(discountCodes).values([
    { code: "EID10", percent: 10 },
    { code: "Welcome", amountPaisa: paisa(200_00) },
  ]);
  for (const [city, quantity, code] of [
    ["Lahore", 2, undefined],
    ["QUETTA", 1, "eid10"],
    ["کوئٹہ", 1, "WELCOME"],
    ["Quetta", 2, undefined],
    ["Multan", 1, " EID10 "],
    ["", 1, ""],
  ] as const) {
    const ctx = await somebody(db);
    await aLine(ctx, { quantity });
    const before = await db.$count(orders);
    const input = QuoteInput.parse({ shipping_city: city, discount_code: code });
    const { free_delivery_from, ...quote } = await quoteOrder(ctx, input);
    expect(free_delivery_from).toBe(city === "" || city === "Multan" || city === "Lahore" ? null : "3000.00");
    expect(await db.$count(orders)).toBe(before);
    expect(await placeOrder(ctx, orderInput(input))).toMatchObject(quote);
  }
});

it("an empty cart costs nothing, and one whose lines have expired as well", async () => {
  const ctx = await somebody(db);
  const nothing = { items_total: "0.00", discount: "0.00" };
  expect(await quoteOrder(ctx, { shipping_city: "Multan" })).toMatchObject(nothing);
  await aLine(ctx);
  expect(await quoteOrder(laterOn(ctx, 24 * 60), { shipping_city: "Multan" })).toMatchObject(nothing);
});
