import { setTimeout } from "node:timers/promises";
import type { Database } from "@/db/client";
import type { Handover } from "@/lib/carriers/carrier";
import { sendMail } from "@/lib/carriers/send-mail";
import { sendSms } from "@/lib/carriers/send-sms";
import { env } from "@/lib/env";
import { claimMessages, type MessageRow } from "@/lib/messages/claim-messages";
import { findLetterFacts, type LetterFacts } from "@/lib/messages/find-letter-facts";
import { markSent } from "@/lib/messages/mark-sent";
import { markUnsent } from "@/lib/messages/mark-unsent";
import { isOutdated, MESSAGE_CHANNELS, nextTry } from "@/lib/messages/model";
import type { Ctx } from "@/lib/shared/context";
import { describeError } from "@/lib/shared/describe-error";
import { writeMail } from "@/mails/write-mail";
import { writeSms } from "@/mails/write-sms";

const AT_ONCE = 4;
const TICK_MS = 10_000; // a slow carrier must not make leases that are over when they begin

export type Sending = { sent: number; again: number; given_up: number };

/**
 * Hands over what waits in the outbox: leased, written as things stand now, sent with no lock held, marked. Whoever dies
 * between sending and marking leaves it to be sent once more under the same Message-ID. What has no carrier waits.
 */
export async function sendMessages(
  ctx: Ctx,
  { most = 100, restMs = 0, isTimeUp = () => false }: { most?: number; restMs?: number; isTimeUp?: () => boolean } = {},
): Promise<Sending> {
  const cameAt = performance.now();
  const passed = (): number => Math.floor((performance.now() - cameAt) / TICK_MS) * TICK_MS;
  const passing = (): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + passed()) });
  const tally: Sending = { sent: 0, again: 0, given_up: 0 };
  const { mail, smsUrl } = env();
  const channels = MESSAGE_CHANNELS.filter((channel) => (channel === "mail" ? mail : smsUrl) !== null);
  for (let seen = 0; channels.length > 0 && seen < most && !isTimeUp();) {
    const claimed = await claimMessages(ctx.db, { now: passing().now, most: Math.min(AT_ONCE, most - seen), channels });
    await Promise.all(claimed.map(async (message) => tally[await sendOne(passing(), message)]++));
    if (claimed.length < AT_ONCE) break;
    seen += claimed.length;
    if (restMs > 0) await setTimeout(restMs);
  }
  return tally;
}

async function sendOne({ db, now }: Ctx, message: MessageRow): Promise<keyof Sending> {
  const { id, tries } = message;
  const outcome = await handOver(db, message, now).catch((thrown: unknown): Handover => {
    console.error(`Message ${id} could not be written: ${describeError(thrown)}`);
    return { kind: "again", reason: "it could not be written" };
  });
  if (outcome.kind === "taken") {
    await markSent(db, { id, now });
    return "sent";
  }
  const nextTryAt = outcome.kind === "again" ? nextTry(message, now) : null;
  await markUnsent(db, { id, tries, lastError: outcome.reason, nextTryAt, now });
  return nextTryAt ? "again" : "given_up";
}

async function handOver(db: Database, message: MessageRow, now: Date): Promise<Handover> {
  const facts = await findLetterFacts(db, message);
  const linkEndsAt = message.details.expires_at ? new Date(message.details.expires_at) : null;
  if (isOutdated({ ...facts, kind: message.kind, linkEndsAt }, now)) return { kind: "refused", reason: OUTDATED };
  return message.channel === "mail" ? byMail(facts) : bySms(facts);
}

const OUTDATED = "outdated";

async function byMail(facts: LetterFacts): Promise<Handover> {
  const { mail, siteUrl, paymentExpiryMinutes } = env();
  if (!mail) return { kind: "again", reason: "SMTP_URL is not set" };
  const { id, recipient, locale } = facts.message;
  const written = await writeMail(facts, { siteUrl, paymentExpiryMinutes });
  return sendMail({ ...written, messageId: messageIdOf(id, siteUrl), to: recipient, locale }, mail);
}

async function bySms(facts: LetterFacts): Promise<Handover> {
  const { smsUrl, siteUrl, paymentExpiryMinutes } = env();
  if (!smsUrl) return { kind: "again", reason: "SMS_URL is not set" };
  const { id, recipient } = facts.message;
  const text = writeSms(facts, { siteUrl, paymentExpiryMinutes });
  return sendSms({ id: messageIdOf(id, siteUrl), to: recipient, text }, smsUrl);
}

/** The same whenever this row is sent, so that whoever gets it twice can see that it is one. */
const messageIdOf = (id: number, siteUrl: string): string => `<message-${id}@${new URL(siteUrl).hostname}>`;
