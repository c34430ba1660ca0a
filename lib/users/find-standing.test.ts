import { expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { aLine, anAttempt, gateway, laterOn, somebody } from "@/db/test-fixtures";
import { notified, returned } from "@/db/test-notices";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { findStanding } from "@/lib/users/find-standing";

const { db } = testDatabase();

it("tells how many pieces are in the cart, expired ones left out", async () => {
  const ctx = await somebody(db);
  expect(await findStanding(ctx)).toEqual({ quantity: 0, awaited: null });
  await aLine(ctx, { quantity: 2 });
  await aLine(laterOn(ctx, 60), { quantity: 3 });
  expect(await findStanding(laterOn(ctx, 60))).toEqual({ quantity: 5, awaited: null });
  expect((await findStanding(laterOn(ctx, 24 * 60))).quantity).toBe(3);
});

it("follows a payment from its beginning until it is known, and nobody else's", async () => {
  const ctx = await somebody(db);
  const { payment } = await anAttempt(ctx);
  const awaited = { transactionId: payment.transaction_id, amount: "3000.00" };
  expect((await findStanding(ctx)).awaited).toEqual({ ...awaited, stage: "begun" });
  expect((await findStanding(await somebody(db))).awaited).toBeNull();
  await receiveNotice(gateway(db), returned(payment, { pp_ResponseCode: "157" }), "return");
  expect((await findStanding(ctx)).awaited).toEqual({ ...awaited, stage: "checked" });
  await receiveNotice(gateway(db), returned(payment, { pp_ResponseCode: "124" }), "return");
  expect((await findStanding(ctx)).awaited).toEqual({ ...awaited, stage: "voucher" });
  await receiveNotice(gateway(db), notified(payment), "callback");
  expect((await findStanding(ctx)).awaited).toBeNull();
});

it("says nothing of cash, which is paid at the door", async () => {
  const ctx = await somebody(db);
  await anAttempt(ctx, "cash_on_delivery");
  expect((await findStanding(ctx)).awaited).toBeNull();
});
