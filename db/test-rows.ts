import type { Database } from "@/db/client";
import { searchSynonyms } from "@/db/schema/catalog";
import { cartFigures, moneyFigures, unsettledFigures } from "@/db/schema/figures";
import { outgoingMessages } from "@/db/schema/messages";
import { productImportRows, productImports } from "@/db/schema/imports";
import { auditLog, idempotencyKeys, ledgerProofs, rateLimits } from "@/db/schema/operations";
import { deliveryZones, discountCodes, orderNotes } from "@/db/schema/orders";
import { moneyMovements } from "@/db/schema/movements";
import { payments, refunds } from "@/db/schema/payments";
import { pictureFiles, pictures } from "@/db/schema/pictures";
import { refundLines, refundRequests, returnLines, returns } from "@/db/schema/returns";
import { reviewItems } from "@/db/schema/reviews";
import { settlementColumns, settlementFiles, settlementRows } from "@/db/schema/settlements";
import { invitations, recoveryCodes } from "@/db/schema/staff";
import { addresses, passwordResets, sessions, users } from "@/db/schema/users";
import { anAttempt, NOON, somebody } from "@/db/test-fixtures";
import { paisa } from "@/lib/shared/money";

/** One valid row in every table. */
export async function fillEveryTable(db: Database): Promise<void> {
  const ctx = await somebody(db);
  const { userId } = ctx.actor;
  await db.update(users).set({ email: "somebody@example.com" });
  await db.insert(sessions).values({ tokenHash: Buffer.from([1]), userId, createdAt: NOON, expiresAt: NOON });
  const times = { createdAt: NOON, updatedAt: NOON };
  await db.insert(addresses).values({ userId, name: "A", phone: "1", city: "Lahore", address: "1", ...times });
  await db.insert(passwordResets).values({ tokenHash: Buffer.from([1]), userId, createdAt: NOON, expiresAt: NOON });
  const message = {
    kind: "order_placed",
    event: "order_placed:1",
    channel: "mail",
    recipient: "a@example.com",
  } as const;
  await db.insert(outgoingMessages).values({ ...message, locale: "en", nextTryAt: NOON, createdAt: NOON });
  const { payment, order } = await anAttempt(ctx);
  const paymentId = payment.payment_id;
  await db.update(payments).set({ gatewayReference: "R1" });
  const amountPaisa = paisa(100);
  const [refund] = await db
    .insert(refunds)
    .values({ paymentId, amountPaisa, way: "card", reason: "broken", actor: "user:1", ...times })
    .returning();
  await db.insert(moneyMovements).values({
    fromAccount: "customer",
    toAccount: "gateway",
    amountPaisa,
    kind: "payment",
    reference: "payment:T1",
    paymentId,
    refundId: refund?.id,
    createdAt: NOON,
  });
  await db.insert(reviewItems).values({ kind: "paid_twice", paymentId, facts: {}, openedAt: NOON });
  await db.insert(searchSynonyms).values({ word: "chai", meaning: "tea" });
  await db.insert(deliveryZones).values({ city: "lahore", chargePaisa: amountPaisa });
  await db.insert(discountCodes).values({ code: "EID", percent: 10 });
  await db
    .insert(auditLog)
    .values({ actor: "user:1", action: "test", subject: "order:1", details: {}, createdAt: NOON });
  await db.insert(productImports).values({ planHash: "h", uploadedBy: userId, createdAt: NOON });
  await db.insert(productImportRows).values({ importId: 1, line: 2, itemCode: "A", said: {} });
  await db.insert(ledgerProofs).values({ ranAt: NOON, tookMs: 1, breaches: {} });
  await db.insert(rateLimits).values({ key: "verify:1", count: 1, resetsAt: NOON });
  await db.insert(idempotencyKeys).values({ userId, route: "orders", key: "k", bodyHash: "h", createdAt: NOON });
  const refundId = refund?.id ?? 0;
  await fillBackOffice(db, { userId, orderId: order.id, itemId: order.items[0]?.id ?? 0, paymentId, refundId });
}

type Ids = { userId: number; orderId: number; itemId: number; paymentId: number; refundId: number };

async function fillBackOffice(db: Database, { userId, orderId, itemId, paymentId, refundId }: Ids): Promise<void> {
  const amountPaisa = paisa(100);
  const [hash, tokenHash, codeHash] = ["a".repeat(64), Buffer.from([1]), Buffer.from([1])];
  await db.insert(orderNotes).values({ orderId, text: "Call first", actor: "user:1", createdAt: NOON });
  await db.insert(pictures).values({ hash, width: 10, height: 10, uploadedBy: userId, createdAt: NOON });
  await db.insert(pictureFiles).values({ hash, width: 10 });
  await db.insert(settlementColumns).values({ source: "gateway", names: {}, updatedAt: NOON });
  const file = { source: "gateway", contentHash: "h", name: "a.csv", uploadedBy: userId, createdAt: NOON } as const;
  const [settled] = await db.insert(settlementFiles).values(file).returning();
  await db.insert(settlementRows).values({
    fileId: settled?.id ?? 0,
    source: "gateway",
    line: 2,
    reference: "T1",
    grossPaisa: amountPaisa,
    feePaisa: paisa(0),
    taxPaisa: paisa(0),
    netPaisa: amountPaisa,
    settledOn: "2026-11-25",
    outcome: "settled",
    paymentId,
  });
  const invited = { email: "new@example.com", role: "staff", invitedBy: userId } as const;
  await db.insert(invitations).values({ tokenHash, ...invited, createdAt: NOON, expiresAt: NOON });
  await db.insert(recoveryCodes).values({ codeHash, userId });
  const [returned] = await db
    .insert(returns)
    .values({ orderId, reason: "broken", actor: "user:1", createdAt: NOON })
    .returning();
  await db
    .insert(returnLines)
    .values({ returnId: returned?.id ?? 0, orderItemId: itemId, quantity: 1, isRestocked: true });
  await db.insert(refundLines).values({ refundId, orderItemId: itemId, quantity: 1 });
  const asked = { reason: "broken", lines: [], requestedBy: userId, requestedAt: NOON };
  await db.insert(refundRequests).values({ paymentId, amountPaisa, ...asked });
  await db
    .insert(moneyFigures)
    .values({ day: "2026-11-25", kind: "fee", paymentMethod: "jazzcash", movements: 1, amountPaisa });
  await db.insert(unsettledFigures).values({ day: "2026-11-25", paymentMethod: "jazzcash", payments: 1, amountPaisa });
  await db.insert(cartFigures).values({ day: "2026-11-25", people: 1 });
}
