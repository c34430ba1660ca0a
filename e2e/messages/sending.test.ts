import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { outgoingMessages } from "@/db/schema/messages";
import { testDatabase } from "@/db/test-database";
import { aGuest, aLine, anAttempt, anOrder, gateway, later, NOON, orderInput, somebody } from "@/db/test-fixtures";
import { returned } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { letterBox, sendAt } from "@/e2e/messages/letter-box";
import { claimMessages } from "@/lib/messages/claim-messages";
import { findOutboxState } from "@/lib/messages/find-outbox-state";
import { markUnsent } from "@/lib/messages/mark-unsent";
import { sendAll, toldOf } from "@/lib/messages/test-outbox";
import { placeOrder } from "@/lib/orders/place-order";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";

const { db } = testDatabase({ max: 20 });
const box = await letterBox();
const DAY = 24 * 60;

beforeEach(async () => {
  await sendAll(db);
  await box.empty();
});

const rowOf = async (order: { id: number }) => {
  const [row] = await toldOf(db, order);
  if (!row) throw new Error("nothing was told");
  return row;
};

const aGuestsOrder = async (phone = "0300 1234567") => {
  const guest = await aGuest(db);
  await aLine(guest);
  return placeOrder(guest, orderInput({ customer_phone: phone }));
};

describe("what waits is handed over", () => {
  it("a mail under the Message-ID of its row, an SMS under the same as its key, each once", async () => {
    const { order } = await anOrder(await somebody(db));
    const sms = await rowOf(await aGuestsOrder());
    const mail = await rowOf(order);
    expect(await sendAt(db, 1)).toEqual({ sent: 2, again: 0, given_up: 0 });
    expect(await sendAt(db, 60)).toEqual({ sent: 0, again: 0, given_up: 0 });
    const got = await box.received();
    const byWay = got.toSorted((a, b) => a.channel.localeCompare(b.channel));
    expect(byWay.map((one) => [one.channel, one.to, one.message_id, one.times])).toEqual([
      ["mail", mail.recipient, `<message-${mail.id}@sauda.example>`, 1],
      ["sms", "+923001234567", `<message-${sms.id}@sauda.example>`, 1],
    ]);
    expect(await rowOf(order)).toMatchObject({ sentAt: later(NOON, 1), tries: 1, details: {}, lastError: "" });
  });

  it("once, however many send at the same moment", async () => {
    const ctx = await somebody(db);
    for (let made = 0; made < 12; made++) await anOrder(ctx);
    const tallies = await Promise.all(Array.from({ length: 20 }, () => sendAt(db, 1)));
    expect(tallies.reduce((sum, { sent }) => sum + sent, 0)).toBe(12);
    const got = await box.received();
    expect(got).toHaveLength(12);
    expect(got.every(({ times }) => times === 1)).toBe(true);
  });

  it("again, the same message, by whoever comes after the lease of a sender that died before it marked", async () => {
    const { order } = await anOrder(await somebody(db));
    await box.fails("mail", "taken_and_cut");
    await sendAt(db, 0);
    await db.update(outgoingMessages).set({ lastError: "", nextTryAt: later(NOON, 2) }); // as if it had said nothing more
    expect(await sendAt(db, 1.9)).toMatchObject({ sent: 0 });
    expect(await sendAt(db, 2)).toMatchObject({ sent: 1 });
    const { id } = await rowOf(order);
    expect(await box.received()).toMatchObject([{ message_id: `<message-${id}@sauda.example>`, times: 2 }]);
  });

  it("a lease is one sender's, and is taken over when it is out", async () => {
    await anOrder(await somebody(db));
    const claim = (minutes: number) =>
      claimMessages(db, { now: later(NOON, minutes), most: 10, channels: ["mail", "sms"] });
    expect(await claim(0)).toMatchObject([{ tries: 1 }]);
    expect(await claim(1.99)).toEqual([]);
    expect(await claim(2)).toMatchObject([{ tries: 2 }]);
  });
});

it("a sender that lost its lease to another marks nothing", async () => {
  const { order } = await anOrder(await somebody(db));
  const claim = (minutes: number) => claimMessages(db, { now: later(NOON, minutes), most: 1, channels: ["mail"] });
  const [first] = await claim(0);
  await claim(2);
  const late = { id: first?.id ?? 0, tries: first?.tries ?? 0, lastError: "too late", now: later(NOON, 3) };
  await markUnsent(db, { ...late, nextTryAt: null });
  expect(await rowOf(order)).toMatchObject({ tries: 2, lastError: "", givenUpAt: null, nextTryAt: later(NOON, 4) });
});

describe("what cannot be handed over", () => {
  it("is tried again after 1, 5, 15, 60, 180 and then every 360 minutes, and given up after two days", async () => {
    const { order } = await anOrder(await somebody(db));
    await box.fails("mail", "refused_for_now", "always");
    let at = 0;
    const tries: number[] = [];
    for (;;) {
      const { again, given_up } = await sendAt(db, at);
      expect(again + given_up).toBe(1);
      const { nextTryAt, givenUpAt } = await rowOf(order);
      if (givenUpAt) break;
      expect(await sendAt(db, (nextTryAt.getTime() - NOON.getTime()) / 60_000 - 0.01)).toMatchObject({ again: 0 });
      tries.push((nextTryAt.getTime() - NOON.getTime()) / 60_000 - at);
      at += tries.at(-1) ?? 0;
    }
    expect(tries).toEqual([1, 5, 15, 60, 180, 360, 360, 360, 360, 360, 360, 360, 360]);
    expect(at).toBeGreaterThanOrEqual(2 * DAY);
    const row = await rowOf(order);
    expect(row.lastError).toContain("451");
    expect(row.lastError).not.toContain("@");
    expect(await sendAt(db, 10 * DAY)).toEqual({ sent: 0, again: 0, given_up: 0 });
  });

  it("is given up at once when it is refused for good, with the reason", async () => {
    const { order } = await anOrder(await somebody(db));
    const byPhone = await aGuestsOrder();
    await box.fails("mail", "refused_for_good");
    await box.fails("sms", "refused_for_good");
    expect(await sendAt(db, 0)).toEqual({ sent: 0, again: 0, given_up: 2 });
    expect(await rowOf(order)).toMatchObject({ givenUpAt: NOON, lastError: expect.stringContaining("550") });
    expect(await rowOf(byPhone)).toMatchObject({ givenUpAt: NOON, lastError: expect.stringContaining("400") });
  });

  it("holds nothing back that can be", async () => {
    const ctx = await somebody(db);
    for (let made = 0; made < 9; made++) await anOrder(ctx);
    await box.fails("mail", "refused_for_now", 3);
    expect(await sendAt(db, 0)).toEqual({ sent: 6, again: 3, given_up: 0 });
    expect(await sendAt(db, 1)).toEqual({ sent: 3, again: 0, given_up: 0 });
  });

  it("shows: it waits, and after half an hour it is stuck", async () => {
    const { order } = await anOrder(await somebody(db));
    const setBack = (minutes: number, tries: number) =>
      db
        .update(outgoingMessages)
        .set({ createdAt: later(new Date(), -minutes), tries })
        .where(eq(outgoingMessages.orderId, order.id));
    await setBack(0, 1);
    expect(await findOutboxState(db)).toBe("ok");
    await setBack(5, 2);
    expect(await findOutboxState(db)).toBe("waiting");
    await setBack(31, 4);
    expect(await findOutboxState(db)).toBe("stuck");
    await sendAt(db, 0);
    expect(await findOutboxState(db)).toBe("ok");
  });
});

it("what is true no more is not sent: it failed, and was paid before the mail server came back", async () => {
  const ctx = await somebody(db);
  const { order, payment } = await anAttempt(ctx);
  await receiveNotice(gateway(db), returned(payment, { pp_ResponseCode: "402" }), "return");
  const second = await initiatePayment(
    { ...ctx, now: later(NOON, 1) },
    { order_id: order.id, payment_method: "jazzcash" },
  );
  await receiveNotice(gateway(db, later(NOON, 2)), returned(second), "return");
  expect(await sendAt(db, 3)).toEqual({ sent: 2, again: 0, given_up: 1 });
  const told = await toldOf(db, order);
  expect(told.map(({ kind, lastError, sentAt }) => [kind, lastError, sentAt !== null])).toEqual([
    ["order_placed", "", true],
    ["payment_failed", "outdated", false],
    ["payment_received", "", true],
  ]);
  await expectProof(db, later(NOON, 3));
});
