import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderStatusHistory, orders } from "@/db/schema/orders";
import { moneyMovements } from "@/db/schema/movements";
import { paymentEvents, payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { env } from "@/lib/env";
import { asForm, asJson, ipnFields, returnFields, sign } from "@/lib/jazzcash/test-messages";
import type { InitiatedPaymentView } from "@/lib/payments/schemas";

type Changes = Record<string, string>;

/** References of the gateway are its own for each payment. */
const referenceOf = ({ payment_id }: InitiatedPaymentView) => `2611${String(payment_id).padStart(8, "0")}`;

/** The signed fields that a browser brings back from paying an attempt on the hosted page. */
export const returnOf = (payment: InitiatedPaymentView, changes: Changes = {}) =>
  sign(
    returnFields({
      pp_MerchantID: env().jazzcash.merchantId,
      pp_Amount: payment.form_data?.pp_Amount ?? "",
      pp_BillReference: payment.form_data?.pp_BillReference ?? "",
      pp_TxnRefNo: payment.transaction_id,
      pp_RetreivalReferenceNo: referenceOf(payment),
      ...changes,
    }),
    env().jazzcash.salt,
  );

/** The signed fields that the gateway's server tells of an attempt. */
export const ipnOf = (payment: InitiatedPaymentView, changes: Changes = {}) =>
  sign(
    ipnFields({
      pp_TxnRefNo: payment.transaction_id,
      pp_RetreivalReferenceNo: referenceOf(payment),
      ...changes,
    }),
    env().jazzcash.salt,
  );

export const returned = (...of: Parameters<typeof returnOf>) => asForm(returnOf(...of));
export const notified = (...of: Parameters<typeof ipnOf>) => asJson(ipnOf(...of));

/** All that the database knows of an attempt and its order. */
export async function storyOf(db: Database, { payment_id }: Pick<InitiatedPaymentView, "payment_id">) {
  const [payment] = await db.select().from(payments).where(eq(payments.id, payment_id));
  if (!payment) throw new Error("no such payment");
  const [order] = await db.select().from(orders).where(eq(orders.id, payment.orderId));
  if (!order) throw new Error("no such order");
  const of = (table: typeof moneyMovements | typeof paymentEvents | typeof reviewItems) =>
    eq(table.paymentId, payment_id);
  const history = await db
    .select()
    .from(orderStatusHistory)
    .where(eq(orderStatusHistory.orderId, order.id))
    .orderBy(asc(orderStatusHistory.id));
  const reviews = await db.select().from(reviewItems).where(of(reviewItems)).orderBy(asc(reviewItems.id));
  const events = await db.select().from(paymentEvents).where(of(paymentEvents)).orderBy(asc(paymentEvents.id));
  return {
    payment,
    order,
    movements: await db.select().from(moneyMovements).where(of(moneyMovements)),
    reviews: reviews.map(({ kind }) => kind),
    heard: events.filter(({ channel, isOutgoing }) => !isOutgoing && channel !== "shop"),
    steps: history.map(({ toStatus }) => toStatus),
    lastActor: history.at(-1)?.actor,
  };
}
