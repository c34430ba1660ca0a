import { and, asc, desc, eq } from "drizzle-orm";
import { describe, expect, onTestFinished, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { auditLog } from "@/db/schema/operations";
import { paymentEvents } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, NOON, somebody } from "@/db/test-fixtures";
import { notified, returned, storyOf } from "@/db/test-notices";
import { env } from "@/lib/env";
import { asJson, ipnFields, sign } from "@/lib/jazzcash/test-messages";
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

const replayed = async (paymentId: number, channel: "callback" | "return") => {
  const staff = await somebody(db, { role: "staff" });
  return replayNotice(staff, { paymentId, eventId: await latestEvent(paymentId, channel) });
};

describe("a stored notice that is read once more", () => {
  test("says nothing new where it was taken before: one more event, nothing else, and who asked is written down", async () => {
    const { payment, paymentId } = await aPaidAttempt();
    const before = await storyOf(db, payment);
    expect(await replayed(paymentId, "callback")).toMatchObject({
      outcome: "unchanged",
      status: "completed",
      masked: [],
    });
    const after = await storyOf(db, payment);
    expect(after).toEqual({ ...before, heard: [...before.heard, expect.objectContaining({ refusal: null })] });
    const audit = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `payment:${paymentId}`));
    expect(audit).toMatchObject([{ action: "payment.replay", actor: expect.stringMatching(/^user:\d+$/) }]);
  });

  test("settles once the salt that it was signed with is known, and of twenty at once one does it", async () => {
    const { payment } = await anAttempt(await somebody(db));
    const fields = sign(
      ipnFields({
        pp_TxnRefNo: payment.transaction_id,
        pp_RetreivalReferenceNo: "261125777777",
        pp_Password: env().jazzcash.password,
      }),
      "oldsalt001",
    );
    const refused = await receiveNotice(gateway(db), asJson(fields), "callback");
    expect(refused).toMatchObject({ refused: "invalid_signature" });
    const staff = await somebody(db, { role: "staff" });
    const input = { paymentId: payment.payment_id, eventId: await latestEvent(payment.payment_id, "callback") };
    expect(await replayNotice(staff, input)).toMatchObject({ outcome: "refused", refusal: "invalid_signature" });
    const { jazzcash } = env();
    jazzcash.previousSalt = "oldsalt001";
    onTestFinished(() => void (jazzcash.previousSalt = null));
    const answers = await Promise.all(Array.from({ length: 20 }, () => replayNotice(staff, input)));
    expect(answers.filter(({ outcome }) => outcome === "changed")).toHaveLength(1);
    expect(answers.filter(({ outcome }) => outcome === "unchanged")).toHaveLength(19);
    expect(await storyOf(db, payment)).toMatchObject({
      payment: { status: "completed" },
      order: { paymentStatus: "paid" },
      movements: [{ amountPaisa: 300_000 }],
    });
  });

  test("is refused where a signed number of the payer was hidden: nothing changes, the inquiry is due", async () => {
    const { payment } = await anAttempt(await somebody(db));
    await receiveNotice(gateway(db), returned(payment, { ppmpf_1: "03001234567" }), "return");
    const before = await storyOf(db, payment);
    const answer = await replayed(payment.payment_id, "return");
    expect(answer).toMatchObject({ outcome: "refused", masked: ["ppmpf_1"] });
    const after = await storyOf(db, payment);
    expect(after.payment).toEqual({ ...before.payment, inquiryWantedAt: NOON });
    expect([after.order, after.movements]).toEqual([before.order, before.movements]);
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
  expect(json.results[0]).toMatchObject({ can_replay: true, fields: { pp_SecureHash: expect.any(String) } });
  const { cookie } = await signedIn(db);
  expect((await ask(events, "GET", { cookie, params })).status).toBe(403);
  expect((await ask(replay, "POST", { cookie, params, body: {} })).status).toBe(403);
  const input = { paymentId, eventId: kept.at(-1)?.id ?? 0 };
  await expect(replayNotice(await somebody(db), input)).rejects.toMatchObject({ code: "forbidden" });
  const answer = await ask(replay, "POST", { cookie: staff.cookie, params, body: { event_id: input.eventId } });
  expect(answer).toMatchObject({ status: 200, json: { outcome: "unchanged" } });
});
