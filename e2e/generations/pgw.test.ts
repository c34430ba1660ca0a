import { expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { anOrder, somebody } from "@/db/test-fixtures";
import { storyOf } from "@/db/test-notices";
import { simulatedShop } from "@/e2e/generations/simulated-shop";
import { walkTheWholeWay } from "@/e2e/generations/walk-the-whole-way";
import { env } from "@/lib/env";
import { initiatePayment } from "@/lib/payments/initiate-payment";

const { db } = testDatabase();
const shop = await simulatedShop(
  { JAZZCASH_API: "pgw", JAZZCASH_SUB_MERCHANT_NAME: "Sauda" },
  { generations: ["pgw"], subMerchantName: "Sauda" },
);

walkTheWholeWay(db, shop, {
  reference: /^\d{12}$/,
  inquiry: "v1",
  versions: { "": "1.1", MWALLET: "1.1", OTC: "1.1", MIGS: "1.1", DD: "1.1", MPAY: "2.0", PAY: "2.0" },
});

it("an account that needs the sub-merchant's name tells the shop that left it out, and nothing is taken", async () => {
  Object.assign(env().jazzcash, { walletApi: "v1.1", subMerchantName: "" });
  const ctx = await somebody(db, { now: new Date() });
  const { order } = await anOrder(ctx);
  const payer = { customer_phone: "03123456789", cnic_last6: "345678" };
  const payment = await initiatePayment(ctx, { order_id: order.id, payment_method: "jazzcash_wallet", ...payer });
  Object.assign(env().jazzcash, { subMerchantName: "Sauda" });
  expect(await storyOf(db, payment)).toMatchObject({
    payment: { status: "failed", responseCode: "115", responseMessage: "Hash Mismatch" },
    order: { paymentStatus: "unpaid" },
    movements: [],
  });
});
