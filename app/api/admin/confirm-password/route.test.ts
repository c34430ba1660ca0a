import { beforeEach, expect, test } from "vitest";
import { ask, doorAt, signedIn, SITE } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";
import { laterOn } from "@/db/test-fixtures";
import { lyingGateway, PATIENT } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, aSurplus, moneyOf } from "@/e2e/faults/money-back";
import { openSession } from "@/lib/auth/open-session";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { changeRole } from "@/lib/people/change-role";
import { inviteStaff } from "@/lib/people/invite-staff";
import { resetSecondFactor } from "@/lib/people/reset-second-factor";
import { approveRefund } from "@/lib/refunds/approve-refund";
import { giveBackNow } from "@/lib/refunds/give-back-now";
import { refundPayment } from "@/lib/refunds/refund-payment";
import { requestRefund } from "@/lib/refunds/request-refund";
import { changeSettings } from "@/lib/settings/change-settings";
import { getSettings } from "@/lib/settings/get-settings";
import { settingsView } from "@/lib/settings/settings-view";
import { anAdministrator, asInProduction, PASSWORD } from "@/app/api/admin/test-production";

const { db } = testDatabase({ max: 20 });
const gateway = await lyingGateway(PATIENT);
const confirm = await doorAt("admin/confirm-password");
const refund = await doorAt("cart/payments/[id]/refund");
const REASON = "It came broken";

beforeEach(() => {
  gateway.saysOfRefunds("000");
});

test("real money moves only after the password was typed again, in this very session", async () => {
  const { payment } = await aPaidOrder(db);
  const admin = await anAdministrator(db);
  const { userId } = admin.ctx.actor;
  const elsewhere = `${sessionCookieName(SITE)}=${await openSession(db, userId, admin.ctx.now)}`;
  const back = () =>
    ask(refund, "POST", { cookie: admin.cookie, body: { reason: REASON }, params: { id: `${payment.payment_id}` } });
  const say = (password: string, cookie = admin.cookie) => ask(confirm, "POST", { cookie, body: { password } });
  expect(await say(PASSWORD, elsewhere)).toMatchObject({ status: 200 });
  await asInProduction(async () => {
    expect(await back()).toMatchObject({ status: 403, json: { code: "reauthentication_required" } });
    expect(await say("not this one")).toMatchObject({ status: 400, json: { errors: [{ path: "password" }] } });
    expect(await back()).toMatchObject({ status: 403 });
    expect(await say(PASSWORD)).toMatchObject({ status: 200, json: { confirmed_until: expect.any(String) } });
    expect(await back()).toMatchObject({ status: 200, json: { refund: { status: "completed" } } });
  });
  expect(gateway.refunds(payment.transaction_id)).toHaveLength(1);
});

test("ten minutes later it is asked for once more, for every way in which money moves", async () => {
  const { payment } = await aPaidOrder(db);
  const { surplus } = await aSurplus(db);
  const [admin, other] = [await anAdministrator(db), await anAdministrator(db)];
  await admin.setConfirmed(admin.ctx.now);
  const { id } = await requestRefund(other.ctx, { paymentId: payment.payment_id, reason: REASON });
  const ways = (minutes: number) => {
    const ctx = laterOn(admin.ctx, minutes);
    return [
      () => refundPayment(ctx, { paymentId: payment.payment_id, amount: "1", reason: REASON }),
      () => giveBackNow(ctx, { paymentId: surplus.payment_id }),
      () => approveRefund(ctx, { requestId: id }),
    ];
  };
  await asInProduction(async () => {
    for (const way of ways(10)) await expect(way()).rejects.toMatchObject({ code: "reauthentication_required" });
    expect((await moneyOf(db, payment)).refunds).toEqual([]);
    expect(await ways(9)[0]?.()).toMatchObject({ status: "completed" });
  });
});

test("where money is not real nobody is asked", async () => {
  const { payment } = await aPaidOrder(db);
  const { ctx } = await anAdministrator(db);
  const wish = { paymentId: payment.payment_id, amount: "10", reason: REASON };
  expect(await refundPayment(ctx, wish)).toMatchObject({ status: "completed" });
});

test("the password is for the shop's staff to type, and guessing it is limited as at the sign-in", async () => {
  const customer = await signedIn(db);
  expect((await ask(confirm, "POST", { cookie: customer.cookie, body: { password: PASSWORD } })).status).toBe(403);
  const { cookie } = await anAdministrator(db);
  const tries: number[] = [];
  for (let at = 0; at < 11; at++) {
    tries.push((await ask(confirm, "POST", { cookie, body: { password: `guess ${at}` } })).status);
  }
  expect(tries).toEqual([...Array.from({ length: 10 }, () => 400), 429]);
});

test("money that belongs to no order is sent back at once, by one of twenty who press", async () => {
  const { surplus } = await aSurplus(db);
  const { ctx } = await anAdministrator(db);
  const presses = await Promise.allSettled(
    Array.from({ length: 20 }, () => giveBackNow(ctx, { paymentId: surplus.payment_id })),
  );
  expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(gateway.refunds(surplus.transaction_id)).toHaveLength(1);
  expect(await moneyOf(db, surplus)).toMatchObject({
    payment: { status: "refunded", giveBackWantedAt: null },
    refunds: [{ actor: "system:give_back", status: "completed" }],
  });
  await expect(giveBackNow(ctx, { paymentId: surplus.payment_id })).rejects.toMatchObject({ code: "not_refundable" });
  await expect(giveBackNow(ctx, { paymentId: 987_654_321 })).rejects.toMatchObject({ code: "payment_not_found" });
});

test("where money is real, who may move it and how much changes only after the password as well", async () => {
  const admin = await anAdministrator(db);
  const { ctx } = admin;
  const person = (await signedIn(db)).actor;
  const settings = settingsView(await getSettings(ctx));
  const ways = [
    () => inviteStaff(ctx, { email: "friend@example.com", role: "admin", locale: "en" }),
    () => changeRole(ctx, { userId: person.userId, role: "admin" }),
    () => resetSecondFactor(ctx, { userId: person.userId }),
    () => changeSettings(ctx, { ...settings, approval_above: null }),
  ];
  await changeSettings(ctx, { ...settings, approval_above: "1000.00" });
  await asInProduction(async () => {
    for (const way of ways) await expect(way()).rejects.toMatchObject({ code: "reauthentication_required" });
    await inviteStaff(ctx, { email: "colleague@example.com", role: "staff", locale: "en" });
    await changeSettings(ctx, { ...settings, approval_above: "500.00" });
    await admin.setConfirmed(ctx.now);
    for (const way of ways) await way();
  });
});
