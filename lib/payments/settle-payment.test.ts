import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { moneyMovements } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, somebody } from "@/db/test-fixtures";
import { getCart } from "@/lib/cart/get-cart";
import { env } from "@/lib/env";
import { secureHash } from "@/lib/jazzcash/secure-hash";
import { findOrder } from "@/lib/orders/queries";
import { receiveNotice } from "@/lib/payments/receive-notice";

const { db } = testDatabase();

function signed(fields: Record<string, string>) {
  return { ...fields, pp_SecureHash: secureHash(fields, env().jazzcash.salt) };
}

it("a signed success pays the order once, however often it is told", async () => {
  const ctx = await somebody(db);
  const { order, payment } = await anAttempt(ctx);
  const form = payment.form_data ?? {};
  const fields = signed({
    pp_Amount: form.pp_Amount ?? "",
    pp_BillReference: form.pp_BillReference ?? "",
    pp_MerchantID: form.pp_MerchantID ?? "",
    pp_TxnCurrency: "PKR",
    pp_TxnRefNo: payment.transaction_id,
    pp_ResponseCode: "000",
    pp_RetreivalReferenceNo: "261125000001",
  });
  const message = { kind: "form", entries: Object.entries(fields) } as const;
  for (let times = 0; times < 3; times++) {
    const outcome = await receiveNotice(gateway(db), message, "callback");
    expect(outcome.refused).toBeUndefined();
  }
  const paid = await findOrder(ctx, order.id);
  expect(paid).toMatchObject({ status: "confirmed", payment_status: "paid", paid_amount: "3000.00" });
  expect(paid?.status_history.map((change) => change.to_status)).toEqual(["pending", "confirmed"]);
  expect(await db.select().from(moneyMovements).where(eq(moneyMovements.paymentId, payment.payment_id))).toHaveLength(
    1,
  );
  expect((await getCart(ctx)).items).toEqual([]);
});
