import { orderInput } from "@/db/test-fixtures";
import type { Sight } from "@/e2e/model/look";
import { pick } from "@/e2e/model/pick";
import { refusalOf } from "@/e2e/model/refusal-of";
import type { Asker, SingleStep } from "@/e2e/model/step";
import { as, type World } from "@/e2e/model/world";
import { addItem } from "@/lib/cart/add-item";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { placeOrder } from "@/lib/orders/place-order";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { verifyPayment } from "@/lib/payments/verify-payment";
import type { ErrorCode } from "@/lib/shared/errors";
import type { UserCtx } from "@/lib/shared/context";

/** What came of a step: the refusal, if it was one, and whom it was about. */
export type Done = { refused: ErrorCode | null; orderId?: number; paymentId?: number; itemId?: number; code?: string };

type BuyerStep = Extract<SingleStep, { do: "add" | "order" | "initiate" | "verify" | "cancel" }>;

const PAYER = { customer_phone: "03123456789", cnic_last6: "345678" };

const asker = (world: World, by: Asker, userId: number, lateMs: number): UserCtx => {
  const owner = world.buyers.find((buyer) => buyer.userId === userId) ?? world.buyers[0];
  const stranger = world.buyers.find((buyer) => buyer.userId !== userId) ?? world.buyers[1];
  const people = { owner, stranger, staff: world.staff, admin: world.admin };
  return as(world, people[by], lateMs);
};

/** A step of a buyer (or of whoever pretends to be one) at the shop's doors; null where there is nothing to do it to. */
export async function takeBuyerStep(world: World, sight: Sight, step: BuyerStep, lateMs: number): Promise<Done | null> {
  const { gateway, goods, buyers } = world;
  switch (step.do) {
    case "add": {
      const buyer = as(world, buyers[step.buyer % 2] ?? buyers[0], lateMs);
      const product_item_code = goods[step.goods % goods.length]?.itemCode ?? "";
      return { refused: await refusalOf(addItem(buyer, { product_item_code, quantity: step.quantity })) };
    }
    case "order":
      return {
        refused: await refusalOf(placeOrder(as(world, buyers[step.buyer % 2] ?? buyers[0], lateMs), orderInput())),
      };
    case "initiate": {
      const order = pick(sight.orders, step.order);
      if (!order) return null;
      for (const { orderId, transactionId } of sight.payments) {
        if (orderId === order.id) gateway.moods.inquiry.set(transactionId, step.inquiry);
      }
      gateway.moods.wallet.set(order.orderNumber.replaceAll("-", ""), step.wallet);
      const input = { order_id: order.id, payment_method: step.method, ...PAYER };
      const opening = initiatePayment(asker(world, step.by, order.userId, lateMs), input);
      const refused = await refusalOf(
        opening.then(({ transaction_id, form_data }) => {
          if (form_data) gateway.book(transaction_id, form_data.pp_BillReference ?? "", Number(form_data.pp_Amount));
        }),
      );
      return { refused, orderId: order.id };
    }
    case "verify": {
      const payment = pick(sight.payments, step.attempt);
      if (!payment) return null;
      const owner = sight.orders.find(({ id }) => id === payment.orderId)?.userId ?? 0;
      gateway.moods.inquiry.set(payment.transactionId, step.inquiry);
      const asked = verifyPayment(asker(world, step.by, owner, lateMs), { transaction_id: payment.transactionId });
      return { refused: await refusalOf(asked), paymentId: payment.id };
    }
    case "cancel": {
      const order = pick(sight.orders, step.order);
      if (!order) return null;
      const { returned, restock } = step;
      const wish = { orderId: order.id, reason: "", returned, restock };
      const refused = await refusalOf(cancelOrder(asker(world, step.by, order.userId, lateMs), wish));
      if (refused === null && returned && !restock) {
        for (const { productId, quantity } of sight.items.filter(({ orderId }) => orderId === order.id)) {
          world.lost.set(productId, (world.lost.get(productId) ?? 0) + quantity);
        }
      }
      return { refused, orderId: order.id };
    }
  }
}
