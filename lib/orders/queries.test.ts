import { describe, expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { aLine, anAttempt, anOrder, orderInput, somebody } from "@/db/test-fixtures";
import { asCustomer } from "@/lib/orders/as-customer";
import { placeOrder } from "@/lib/orders/place-order";
import { findOrder, listOrders } from "@/lib/orders/queries";
import { ListOrdersQuery } from "@/lib/orders/schemas";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase();

const list = (ctx: UserCtx, query: Record<string, unknown> = {}) => listOrders(ctx, ListOrdersQuery.parse(query));
const idsOf = async (ctx: UserCtx, query: Record<string, unknown> = {}) =>
  (await list(ctx, query)).rows.map((order) => order.id);

async function orderOf(ctx: UserCtx, input: Parameters<typeof orderInput>[0]) {
  await aLine(ctx);
  return placeOrder(ctx, orderInput(input));
}

describe("one order", () => {
  it("is found by its buyer and by staff; for anybody else it is not there", async () => {
    const owner = await somebody(db);
    const { order } = await anOrder(owner);
    expect(await findOrder(owner, order.id)).toEqual(order);
    for (const role of ["staff", "admin"] as const) {
      const staff = await somebody(db, { role });
      expect(await findOrder(staff, order.id)).toEqual(order);
      expect(await findOrder(asCustomer(staff), order.id)).toBeNull();
    }
    expect(await findOrder(await somebody(db), order.id)).toBeNull();
    expect(await findOrder(owner, 999_999)).toBeNull();
  });

  it("shows its attempts, oldest first", async () => {
    const ctx = await somebody(db);
    const { order, payment } = await anAttempt(ctx);
    const attempts = (await findOrder(ctx, order.id))?.payments;
    expect(attempts).toMatchObject([{ id: payment.payment_id, order_id: order.id, amount: "3000.00" }]);
  });
});

describe("the list of orders", () => {
  it("is one's own, newest first, in pages; a page past the end is empty", async () => {
    const [ctx, other] = [await somebody(db), await somebody(db)];
    const made = [];
    for (let at = 0; at < 3; at++) made.unshift((await anOrder(ctx)).order);
    await anOrder(other);
    expect(await list(ctx)).toEqual({ count: 3, rows: made });
    expect(await idsOf(ctx, { page: "2", page_size: "2" })).toEqual([made[2]?.id]);
    expect(await list(ctx, { page: "9" })).toEqual({ count: 3, rows: [] });
    expect(await idsOf(await somebody(db))).toEqual([]);
  });

  it("is everybody's for staff", async () => {
    const [first, second] = [await anOrder(await somebody(db)), await anOrder(await somebody(db))];
    const seen = await idsOf(await somebody(db, { role: "staff" }));
    expect(seen.slice(0, 2)).toEqual([second.order.id, first.order.id]);
  });

  it("can be narrowed by state, payment and words, one's own orders all the while", async () => {
    const [ctx, other, admin] = [await somebody(db), await somebody(db), await somebody(db, { role: "admin" })];
    const cash = await anAttempt(ctx, "cash_on_delivery");
    const named = await orderOf(ctx, {
      customer_name: "Ayesha 100%",
      customer_phone: "03001234567",
      customer_email: "Ayesha@Example.com",
    });
    const others = await orderOf(other, { customer_name: "Ayesha Other" });
    expect(await idsOf(ctx, { status: "confirmed" })).toEqual([cash.order.id]);
    expect(await idsOf(ctx, { status: "pending", payment_status: "unpaid" })).toEqual([named.id]);
    expect(await idsOf(ctx, { payment_status: "paid" })).toEqual([]);
    for (const search of ["ayesha", "0300123", "ayesha@example", named.order_number.toLowerCase(), "100%"]) {
      expect(await idsOf(ctx, { search })).toEqual([named.id]);
    }
    expect(await idsOf(admin, { search: "ayesha" })).toEqual([others.id, named.id]);
    for (const search of ["a_esha", "%%%", "\\"]) expect(await idsOf(ctx, { search })).toEqual([]);
  });
});
