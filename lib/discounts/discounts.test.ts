import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { countStatements } from "@/db/count-statements";
import { discountCodes, orders } from "@/db/schema/orders";
import { testDatabase } from "@/db/test-database";
import { aLine, later, laterOn, NOON, orderInput, somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { aCode, codeOf, orderWith, usesOf } from "@/lib/discounts/test-discounts";
import { placeOrder } from "@/lib/orders/place-order";
import { quoteOrder } from "@/lib/orders/quote-order";
import { paisa } from "@/lib/shared/money";

const { db, url } = testDatabase({ max: 20 });

afterEach(() => expectProof(db));

const refusalOf = (reason: string) => ({
  code: reason.startsWith("used") ? "discount_code_used_up" : "invalid_input",
  extra: { reason, errors: [{ path: "discount_code" }] },
});

describe("an order with a code", () => {
  it("costs less, and counts as a use of it", async () => {
    const { id, code } = await aCode(db, { maxUses: 2 });
    const order = await orderWith(await somebody(db), code.toLowerCase());
    expect(order).toMatchObject({ items_total: "3000.00", discount: "300.00", total_amount: "2700.00" });
    expect([await codeOf(db, order.id), await usesOf(db, id)]).toEqual([id, 1]);
  });

  it("takes a code in large and small letters, of which there is no second that differs in them alone", async () => {
    await aCode(db, { code: "Summer", percent: 50 });
    await expect(aCode(db, { code: "SUMMER", percent: 20 })).rejects.toMatchObject({
      cause: { constraint_name: "discount_codes_unique_code" },
    });
    expect(await orderWith(await somebody(db), "SUMMER")).toMatchObject({ discount: "1500.00" });
  });

  it("leaves a rupee to pay", async () => {
    const { code } = await aCode(db, { amountPaisa: paisa(5000_00) });
    expect(await orderWith(await somebody(db), code)).toMatchObject({ discount: "2999.00", total_amount: "1.00" });
  });

  it("is held to the total that was expected, the discount in it", async () => {
    const { id, code } = await aCode(db);
    const ctx = await somebody(db);
    await aLine(ctx, { quantity: 2 });
    const expecting = (expected_total: string) => placeOrder(ctx, orderInput({ discount_code: code, expected_total }));
    await expect(expecting("3000.00")).rejects.toMatchObject({
      code: "total_changed",
      extra: { total_amount: "2700.00" },
    });
    expect(await usesOf(db, id)).toBe(0);
    expect(await expecting("2700")).toMatchObject({ total_amount: "2700.00" });
  });

  it("takes one statement more, and one more where each person has so many uses", async () => {
    const words = async (terms: Parameters<typeof aCode>[1]) => {
      const { code } = await aCode(db, terms);
      const ctx = await somebody(db);
      await aLine(ctx);
      const order = orderInput({ discount_code: code });
      const sent = await countStatements(url, (counted) => placeOrder({ ...ctx, db: counted }, order));
      return sent.map((text) => text.split(/\s/)[0]);
    };
    expect(await words({})).toEqual(["begin", "with", "select", "with", "commit"]);
    expect(await words({ maxUsesPerUser: 1 })).toEqual(["begin", "with", "select", "select", "with", "commit"]);
  });
});

describe("a code that cannot be had is refused by its field, and nothing has happened", () => {
  it.each<[string, Partial<typeof discountCodes.$inferInsert>]>([
    ["unknown", { isActive: false }],
    ["unknown", { startsAt: later(NOON, 1) }],
    ["expired", { endsAt: NOON }],
    ["used_up", { maxUses: 0 }],
  ])("as %s", async (reason, terms) => {
    const { id, code } = await aCode(db, terms);
    const ctx = await somebody(db);
    await expect(orderWith(ctx, code)).rejects.toMatchObject(refusalOf(reason));
    const quoted = quoteOrder(ctx, { shipping_city: "", discount_code: code });
    await expect(quoted).rejects.toMatchObject(refusalOf(reason));
    expect(await usesOf(db, id)).toBe(0);
    expect(await db.$count(orders, eq(orders.userId, ctx.actor.userId))).toBe(0);
  });

  it("also where the cart is empty", async () => {
    const placed = placeOrder(await somebody(db), orderInput({ discount_code: "NOSUCH" }));
    await expect(placed).rejects.toMatchObject(refusalOf("unknown"));
  });

  it("as used before by the same person, and by nobody else", async () => {
    const { id, code } = await aCode(db, { maxUsesPerUser: 1 });
    const ctx = await somebody(db);
    await orderWith(ctx, code);
    await expect(orderWith(laterOn(ctx, 1), code)).rejects.toMatchObject(refusalOf("used_before"));
    await orderWith(await somebody(db), code);
    expect(await usesOf(db, id)).toBe(2);
  });
});

describe("at the same moment", () => {
  it("twenty people want the last use: one has it, nineteen are told, nothing of theirs is lost", async () => {
    const { id, code } = await aCode(db, { maxUses: 1 });
    const people = await Promise.all(Array.from({ length: 20 }, () => somebody(db)));
    for (const ctx of people) await aLine(ctx);
    const { done, refused } = await atOnce(20, (lane) =>
      placeOrder(people[lane] ?? fail(), orderInput({ discount_code: code })),
    );
    expect(done).toHaveLength(1);
    expect(refused).toEqual(Array.from({ length: 19 }, () => "discount_code_used_up"));
    expect(await usesOf(db, id)).toBe(1);
  });

  it("twenty orders with a code that has no end count twenty uses", async () => {
    const { id, code } = await aCode(db);
    const people = await Promise.all(Array.from({ length: 20 }, () => somebody(db)));
    const { done } = await atOnce(20, (lane) => orderWith(people[lane] ?? fail(), code));
    expect(done).toHaveLength(20);
    expect(await usesOf(db, id)).toBe(20);
  });
});

function fail(): never {
  throw new Error("there are fewer people than lanes");
}
