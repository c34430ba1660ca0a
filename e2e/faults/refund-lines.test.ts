import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { anAdministrator, asInProduction } from "@/app/api/admin/test-production";
import { atOnce } from "@/db/at-once";
import { products } from "@/db/schema/catalog";
import { refunds } from "@/db/schema/payments";
import { refundRequests } from "@/db/schema/returns";
import { reviewItems } from "@/db/schema/reviews";
import { shopSettings } from "@/db/schema/settings";
import { testDatabase } from "@/db/test-database";
import { NOON, somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { lyingGateway, PATIENT } from "@/e2e/faults/lying-gateway";
import { moneyOf } from "@/e2e/faults/money-back";
import { findDeskOrder } from "@/lib/desk/find-desk-order";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { approveRefund } from "@/lib/refunds/approve-refund";
import { refundPayment } from "@/lib/refunds/refund-payment";
import { requestRefund } from "@/lib/refunds/request-refund";
import { returnLines, takeBackLines } from "@/lib/returns/return-lines";
import { aDeliveredOrder } from "@/lib/returns/test-delivered";
import { resolveReview } from "@/lib/reviews/resolve-review";
import type { UserCtx } from "@/lib/shared/context";
import { paisa } from "@/lib/shared/money";

const { db } = testDatabase({ max: 20 });
const gateway = await lyingGateway(PATIENT);

beforeEach(() => gateway.saysOfRefunds("000"));
afterAll(() => expectProof(db, NOON));

const administrator = () => somebody(db, { role: "admin" });

type Bought = Awaited<ReturnType<typeof aDeliveredOrder>>;

const pieces = ({ item }: Bought, quantity: number) => [{ order_item_id: item.id, quantity }];

const payBack = (admin: UserCtx, bought: Bought, quantity = 1) =>
  refundPayment(
    admin,
    { paymentId: bought.payment.payment_id, lines: pieces(bought, quantity), reason: "Broken" },
    async () => undefined, // as with a key of its own: it is meant once more
  );

const takeBack = (ctx: UserCtx, bought: Bought, quantity = 1, refund = true) => {
  const lines = pieces(bought, quantity).map((line) => ({ ...line, restock: true }));
  return returnLines(ctx, { orderId: bought.order.id, lines, reason: "Broken", refund });
};

describe("the price of pieces", () => {
  it("is given back once for each, in whatever parts, and the parts are the line's price to the paisa", async () => {
    const admin = await administrator();
    const bought = await aDeliveredOrder(db, { discountPaisa: 10_001, delivery: 25_000 });
    expect(await payBack(admin, bought)).toMatchObject({ status: "completed", amount: "1450.00" });
    const offer = (await findDeskOrder(admin, bought.order.id))?.offer;
    expect(offer?.lines).toMatchObject([{ quantity: 2, refundable: 1, worth: "1449.99" }]);
    await expect(payBack(admin, bought, 2)).rejects.toMatchObject({
      code: "refund_exceeds_order",
      extra: { order_item_id: bought.item.id, available: 1 },
    });
    expect(await takeBack(admin, bought)).toMatchObject({ refund: { status: "completed", amount: "1449.99" } });
    await expect(takeBack(admin, bought)).rejects.toMatchObject({ code: "refund_exceeds_order" });
    expect(await takeBack(admin, bought, 1, false)).toMatchObject({ refund: null });
    await expect(payBack(admin, bought)).rejects.toMatchObject({ code: "refund_exceeds_order" });
    expect((await moneyOf(db, bought.payment)).payment.refundedPaisa).toBe(289_999);
  });

  it("goes back twice for two pieces, however many ask for it at once", async () => {
    const admin = await administrator();
    const bought = await aDeliveredOrder(db, { by: "cash", delivery: 25_000 });
    const { done, refused } = await atOnce<unknown>(20, (lane) =>
      lane % 2 ? takeBack(admin, bought) : payBack(admin, bought),
    );
    expect([done.length, new Set(refused)]).toEqual([2, new Set(["refund_exceeds_order"])]);
    expect((await moneyOf(db, bought.payment)).payment.refundedPaisa).toBe(300_000);
  });

  it("can be given back once more where JazzCash refused it", async () => {
    const [admin, bought] = [await administrator(), await aDeliveredOrder(db)];
    gateway.saysOfRefunds("455");
    await expect(payBack(admin, bought, 2)).rejects.toMatchObject({ code: "refund_refused" });
    gateway.saysOfRefunds("000");
    expect(await payBack(admin, bought, 2)).toMatchObject({ amount: "3000.00" });
  });

  it("is of the order's own lines, and not of money that paid for none", async () => {
    const [admin, one, other] = [await administrator(), await aDeliveredOrder(db), await aDeliveredOrder(db)];
    const foreign = refundPayment(admin, {
      paymentId: one.payment.payment_id,
      lines: pieces(other, 1),
      reason: "Broken",
    });
    await expect(foreign).rejects.toMatchObject({ code: "invalid_input", extra: { errors: [{ path: "lines" }] } });
  });

  it("is worked out anew where a second administrator approves it later", async () => {
    const [one, two] = [await administrator(), await administrator()];
    const bought = await aDeliveredOrder(db, { discountPaisa: 10_001 });
    const paymentId = bought.payment.payment_id;
    const request = await requestRefund(one, { paymentId, lines: pieces(bought, 1), reason: "Broken" });
    expect(request.amount).toBe("1450.00");
    expect(await payBack(one, bought)).toMatchObject({ amount: "1450.00" });
    expect(await approveRefund(two, { requestId: request.id })).toMatchObject({ amount: "1449.99" });
    expect((await moneyOf(db, bought.payment)).payment).toMatchObject({ status: "refunded" });
  });
});

describe("goods of an order that was wholly paid back on its way", () => {
  it("return to the stock once, and the order goes no further", async () => {
    const [admin, staff] = [await administrator(), await somebody(db, { role: "staff" })];
    const bought = await aDeliveredOrder(db, { until: "shipped" });
    await expect(takeBack(staff, bought, 2, false)).rejects.toMatchObject({ code: "not_returnable" });
    await payBack(admin, bought, 2);
    expect((await findDeskOrder(staff, bought.order.id))?.actions).toMatchObject({ canReturn: true, cancel: null });
    const { done, refused } = await atOnce(20, () => takeBack(staff, bought, 2, false));
    expect([done.length, new Set(refused)]).toEqual([1, new Set(["return_exceeds_order"])]);
    const [row] = await db.select().from(products).where(eq(products.id, bought.product.id));
    expect(row).toMatchObject({ stock: 10, sold: 0 });
    const step = updateOrderStatus(staff, { orderId: bought.order.id, status: "delivered", notes: "" });
    await expect(step).rejects.toMatchObject({ code: "invalid_transition" });
    expect((await findDeskOrder(staff, bought.order.id))?.actions).toMatchObject({ canReturn: false, cancel: null });
  });
});

describe("before money goes back", () => {
  const setLimit = (limit: number | null) =>
    db.update(shopSettings).set({ approvalAbovePaisa: limit === null ? null : paisa(limit) });

  it("nothing is changed by a refund that a second one must approve, not even a question to a person", async () => {
    const { ctx: admin, setConfirmed } = await anAdministrator(db);
    await setConfirmed(admin.now);
    const bought = await aDeliveredOrder(db, { by: "unknown way" });
    await setLimit(100_000);
    await asInProduction(async () => {
      const wish = { paymentId: bought.payment.payment_id, reason: "Broken" };
      await expect(refundPayment(admin, wish)).rejects.toMatchObject({ code: "approval_required" });
      expect((await moneyOf(db, bought.payment)).asked).toEqual([]);
      await expect(takeBack(admin, bought)).rejects.toMatchObject({ code: "approval_required" });
      const lines = pieces(bought, 1).map((line) => ({ ...line, restock: true }));
      const asked = { orderId: bought.order.id, lines, reason: "Broken", refund: true, mayAsk: true };
      expect(await takeBackLines(admin, asked)).toMatchObject({ money: "requested", view: { refund: null } });
    }).finally(() => setLimit(null));
    const requests = await db
      .select()
      .from(refundRequests)
      .where(eq(refundRequests.paymentId, bought.payment.payment_id));
    expect(requests).toMatchObject([{ amountPaisa: 150_000, lines: [{ quantity: 1 }] }]);
    expect(await moneyOf(db, bought.payment)).toMatchObject({ asked: [], refunds: [] });
  });

  it("a person is asked where it is not known how it came, and the goods are taken back all the same", async () => {
    const [admin, bought] = [await administrator(), await aDeliveredOrder(db, { by: "unknown way" })];
    const view = await takeBack(admin, bought, 2);
    expect(view).toMatchObject({ refund: null, lines: [{ quantity: 2 }] });
    expect((await moneyOf(db, bought.payment)).asked).toEqual(["give_back_stuck"]);
    const ofIt = eq(refunds.paymentId, bought.payment.payment_id);
    expect(await db.select().from(refunds).where(ofIt)).toEqual([]);
    await expect(takeBack(admin, bought, 2)).rejects.toMatchObject({ code: "return_exceeds_order" });
  });

  it("a person who is asked answers one question before the next, and the pieces count as paid back then", async () => {
    const [admin, bought] = [await administrator(), await aDeliveredOrder(db, { by: "unknown way" })];
    await takeBack(admin, bought);
    await expect(takeBack(admin, bought)).rejects.toMatchObject({ code: "refund_in_progress" });
    const isItsOwn = eq(reviewItems.paymentId, bought.payment.payment_id);
    const [item] = await db.select().from(reviewItems).where(isItsOwn);
    await resolveReview(admin, { reviewId: item?.id ?? 0, action: "given_back", resolution: "Handed over" });
    expect(await moneyOf(db, bought.payment)).toMatchObject({ payment: { refundedPaisa: 150_000 } });
    const offer = (await findDeskOrder(admin, bought.order.id))?.offer;
    expect(offer?.lines).toMatchObject([{ refundable: 1 }]);
    await takeBack(admin, bought);
    expect(await db.select().from(reviewItems).where(isItsOwn)).toHaveLength(2);
  });
});
