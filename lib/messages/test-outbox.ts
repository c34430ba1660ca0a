import { asc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { outgoingMessages } from "@/db/schema/messages";
import { later, NOON } from "@/db/test-fixtures";

/** All that was ever told of an order, oldest first. */
export const toldOf = (db: Database, order: { id: number }) =>
  db.select().from(outgoingMessages).where(eq(outgoingMessages.orderId, order.id)).orderBy(asc(outgoingMessages.id));

export const kindsOf = async (db: Database, order: { id: number }) => (await toldOf(db, order)).map(({ kind }) => kind);

/** What was told so far is sent, as if by a carrier. */
export const sendAll = (db: Database, now = NOON) =>
  db
    .update(outgoingMessages)
    .set({ tries: 1, sentAt: later(now, 1), nextTryAt: later(now, 3), details: {} })
    .where(isNull(outgoingMessages.givenUpAt));
