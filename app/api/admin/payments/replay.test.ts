import { and, asc, desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { auditLog } from "@/db/schema/operations";
import { paymentEvents } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, NOON, somebody } from "@/db/test-fixtures";
import { notified, returned, storyOf } from "@/db/test-notices";
import { ipnFields, sign } from "@/lib/jazzcash/test-messages";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { replayNotice } from "@/lib/payments/replay-notice";

const { db } = testDatabase({ max: 20 });
const events = await doorAt("admin/payments/[id]/events");
const replay = await doorAt("admin/payments/[id]/replay");

const latestEvent = async (paymentId: number, channel: "callback" | "return" | "form") => {
  const isIt = and(eq(paymentEvents.paymentId, paymentId), eq(paymentEvents.channel, channel));
  const [event] = await db.select().from(paymentEvents).where(isIt).orderBy(desc(paymentEvents.id)).limit(1);
  return event?.id ?? 0;
};

async function aPaidAttempt() {
  const attempt = await anAttempt(await somebody(db));
  await receiveNotice(gateway(db), notified(attempt.payment), "callback");
  return { ...attempt, paymentId: attempt.payment.payment_id };
}

describe("a stored notice that is read once more", () => {
  test("has its signature hidden, so it proves nothing any more: refused, one more event, the inquiry due", async () => {
    const { payment, paymentId } = await aPaidAttempt();
    const staff = await somebody(db, { role: "staff" });
    const before = await storyOf(db, payment);
    const answer = await replayNotice(staff, { paymentId, eventId: await latestEvent(paymentId, "callback") });
    expect(answer).toMatchObject({ outcome: "refused", refusal: "invalid_input" });
    expect(answer.masked).toContain("pp_SecureHash");
    const after = await storyOf(db, payment);
    expect(after.heard.length).toBe(before.heard.length + 1);
    expect(after.heard.at(-1)).toMatchObject({ channel: "callback", refusal: "invalid_input", statusAfter: null });
    expect(after.payment).toEqual({ ...before.payment, inquiryWantedAt: staff.now });
    expect(after.movements).toEqual(before.movements);
    const audit = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `payment:${paymentId}`));
    expect(audit).toMatchObject([{ action: "payment.replay", actor: `user:${staff.actor.userId}` }]);
  });

  test("that still proves itself settles, and twenty times at once it settles once", async () => {
    const { payment } = await anAttempt(await somebody(db));
    const fields = sign(ipnFields({ pp_TxnRefNo: payment.transaction_id, pp_RetreivalReferenceNo: "261125777777" }));
    const kept = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? ""]));
    const [event] = await db
      .insert(paymentEvents)
      .values({
        paymentId: payment.payment_id,
        transactionId: payment.transaction_id,
        channel: "callback",
        isOutgoing: false,
        fields: kept,
        decision: "refused",
        refusal: "invalid_signature",
        createdAt: NOON,
      })
      .returning();
    const staff = await somebody(db, { role: "staff" });
    const input = { paymentId: payment.payment_id, eventId: event?.id ?? 0 };
    const answers = await Promise.all(Array.from({ length: 20 }, () => replayNotice(staff, input)));
    expect(answers.filter(({ outcome }) => outcome === "changed")).toHaveLength(1);
    expect(answers.filter(({ outcome }) => outcome === "unchanged")).toHaveLength(19);
    expect(await storyOf(db, payment)).toMatchObject({
      payment: { status: "completed" },
      order: { paymentStatus: "paid" },
      movements: [{ amountPaisa: 300_000 }],
    });
  });

  test("is one of this payment's, and came from JazzCash", async () => {
    const one = await aPaidAttempt();
    const other = await aPaidAttempt();
    const staff = await somebody(db, { role: "staff" });
    const foreign = { paymentId: one.paymentId, eventId: await latestEvent(other.paymentId, "callback") };
    const sent = { paymentId: one.paymentId, eventId: await latestEvent(one.paymentId, "form") };
    for (const input of [foreign, sent, { paymentId: one.paymentId, eventId: 987_654_321 }]) {
      await expect(replayNotice(staff, input)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

test("the events of a payment are staff's to read, masked, by pages; customers are told nothing", async () => {
  const { payment, paymentId } = await aPaidAttempt();
  await receiveNotice(gateway(db), returned(payment), "return");
  const staff = await signedIn(db, "staff");
  const params = { id: `${paymentId}` };
  const { status, json } = await ask(events, "GET", { cookie: staff.cookie, params, query: "?page_size=2&page=2" });
  const kept = await db
    .select()
    .from(paymentEvents)
    .where(eq(paymentEvents.paymentId, paymentId))
    .orderBy(asc(paymentEvents.id));
  expect([status, json.count, json.results[0].id]).toEqual([200, kept.length, kept[2]?.id]);
  expect(json.results[0]).toMatchObject({ can_replay: true, fields: { pp_SecureHash: "masked:64" } });
  const { cookie } = await signedIn(db);
  expect((await ask(events, "GET", { cookie, params })).status).toBe(403);
  expect((await ask(replay, "POST", { cookie, params, body: {} })).status).toBe(403);
  const input = { paymentId, eventId: kept.at(-1)?.id ?? 0 };
  await expect(replayNotice(await somebody(db), input)).rejects.toMatchObject({ code: "forbidden" });
  const answer = await ask(replay, "POST", { cookie: staff.cookie, params, body: { event_id: input.eventId } });
  expect(answer).toMatchObject({ status: 200, json: { outcome: "refused" } });
});
