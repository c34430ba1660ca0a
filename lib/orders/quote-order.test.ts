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
    const { free_delivery_from, delivery_by_city, ...quote } = await quoteOrder(ctx, input);
    expect(free_delivery_from).toBe(city === "" || city === "Multan" || city === "Lahore" ? null : "3000.00");
    expect(delivery_by_city).toBe(city === "");
    expect(await db.$count(orders)).toBe(before);
    expect(await placeOrder(ctx, orderInput(input))).toMatchObject(quote);
  }
});

it("without a city it says whether delivery depends on one, for these goods", async () => {
  const ctx = await somebody(db);
  await aLine(ctx, { quantity: 1, price: 1000_00 });
  const zone = (city: string, charge: number, freeFrom: number | null = null) => ({
    city,
    chargePaisa: paisa(charge),
    freeFromPaisa: freeFrom === null ? null : paisa(freeFrom),
  });
  for (const [zones, delivery_charge, delivery_by_city] of [
    [[], "0.00", false],
    [[zone("*", 250_00)], "250.00", false],
    [[zone("lahore", 200_00)], "0.00", true],
    [[zone("*", 250_00), zone("lahore", 200_00)], "250.00", true],
    [[zone("*", 250_00), zone("lahore", 250_00, 5000_00)], "250.00", false],
    [[zone("*", 250_00, 1000_00), zone("lahore", 200_00, 900_00)], "0.00", false],
    [[zone("*", 250_00, 1000_00), zone("lahore", 200_00)], "0.00", true],
  ] as const) {
    await db.delete(deliveryZones);
    if (zones.length > 0) await db.insert(deliveryZones).values([...zones]);
    const quote = await quoteOrder(ctx, QuoteInput.parse({}));
    expect(quote).toMatchObject({ delivery_charge, delivery_by_city });
    const placed = await quoteOrder(ctx, QuoteInput.parse({ shipping_city: "Multan" }));
    expect(placed).toMatchObject({ delivery_charge, delivery_by_city: false });
  }
});

it("an empty cart costs nothing, and one whose lines have expired as well", async () => {
  const ctx = await somebody(db);
  const nothing = { items_total: "0.00", discount: "0.00" };
  expect(await quoteOrder(ctx, { shipping_city: "Multan" })).toMatchObject(nothing);
  await aLine(ctx);
  expect(await quoteOrder(laterOn(ctx, 24 * 60), { shipping_city: "Multan" })).toMatchObject(nothing);
});
