import { setTimeout } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { discountCodes } from "@/db/schema/orders";
import { testDatabase } from "@/db/test-database";
import { gateway, later, NOON, somebody } from "@/db/test-fixtures";
import { notified } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { aCode, codeOf, orderWith, usesOf } from "@/lib/discounts/test-discounts";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { cancelUnpaidOrders } from "@/lib/orders/cancel-unpaid-orders";
import { findOrder } from "@/lib/orders/queries";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase({ max: 20 });

afterEach(() => expectProof(db));

const cancel = (ctx: UserCtx, orderId: number) =>
  cancelOrder(ctx, { orderId, reason: "", returned: false, restock: false });

/** So late that unpaid orders are cancelled, and attempts with them. */
const MUCH_LATER = later(NOON, 26 * 60);
const sweep = () => cancelUnpaidOrders({ db, now: MUCH_LATER, actor: { kind: "system", useCase: "reconcile" } });

describe("a use of a code", () => {
  it("comes back when its order is cancelled, once, and can be had again by the same person", async () => {
    const { id, code } = await aCode(db, { maxUses: 1, maxUsesPerUser: 1 });
    const ctx = await somebody(db);
    const order = await orderWith(ctx, code);
    const { done, refused } = await atOnce(20, () => cancel(ctx, order.id));
    expect([done.length, new Set(refused)]).toEqual([1, new Set(["order_cancelled"])]);
    expect(await usesOf(db, id)).toBe(0);
    await orderWith(ctx, code);
    expect(await usesOf(db, id)).toBe(1);
  });

  it("comes back when nobody paid in time", async () => {
    const { id, code } = await aCode(db);
    await orderWith(await somebody(db), code);
    await sweep();
    expect(await usesOf(db, id)).toBe(0);
  });

  it("never makes fewer than none, where somebody has counted its uses anew", async () => {
    const { id, code } = await aCode(db);
    const ctx = await somebody(db);
    const order = await orderWith(ctx, code);
    await db.update(discountCodes).set({ uses: 0 }).where(eq(discountCodes.id, id));
    await cancel(ctx, order.id);
    expect(await usesOf(db, id)).toBe(0);
    expect(await findOrder(ctx, order.id)).toMatchObject({ status: "cancelled" });
  });

  it("never gets lost among twenty who order and cancel at once", async () => {
    const { id, code } = await aCode(db);
    const people = await Promise.all(Array.from({ length: 20 }, () => somebody(db)));
    await atOnce(20, async (lane) => {
      const ctx = people[lane] ?? people[0];
      if (!ctx) return;
      const order = await orderWith(ctx, code);
      await setTimeout(lane % 3);
      if (lane % 2 === 0) await cancel(ctx, order.id);
    });
    expect(await usesOf(db, id)).toBe(10);
  });
});

describe("an order that was paid after the clock had cancelled it", () => {
  async function paidLate(terms: Parameters<typeof aCode>[1], meanwhile?: (code: string) => Promise<unknown>) {
    const discount = await aCode(db, terms);
    const ctx = await somebody(db);
    const order = await orderWith(ctx, discount.code);
    const payment = await initiatePayment(ctx, { order_id: order.id, payment_method: "jazzcash" });
    await sweep();
    expect(await usesOf(db, discount.id)).toBe(0);
    await meanwhile?.(discount.code);
    await receiveNotice(gateway(db, MUCH_LATER), notified(payment), "callback");
    const view = await findOrder(ctx, order.id);
    expect(view).toMatchObject({
      status: "confirmed",
      payment_status: "paid",
      discount: "300.00",
      paid_amount: "2700.00",
    });
    return { uses: await usesOf(db, discount.id), isCounted: (await codeOf(db, order.id)) === discount.id };
  }

  it("counts as a use of its code again", async () => {
    expect(await paidLate({ maxUses: 1 })).toEqual({ uses: 1, isCounted: true });
  });

  it("keeps its price and leaves the code, where another has taken the last use", async () => {
    const taken = async (code: string) => orderWith(await somebody(db), code);
    expect(await paidLate({ maxUses: 1 }, taken)).toEqual({ uses: 1, isCounted: false });
  });
});
