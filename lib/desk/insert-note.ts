import { and, desc, eq, gt, sql } from "drizzle-orm";
import { outgoingMessages } from "@/db/schema/messages";
import { orderNotes } from "@/db/schema/orders";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { minutesAfter } from "@/lib/shared/pakistan-time";

type NoteRow = typeof orderNotes.$inferSelect;

const DOUBLE_CLICK_MINUTES = 1;

/** By what a note that was written to the customer is known in the outbox. */
export const isWrittenOut = sql<boolean>`exists (
  select from ${outgoingMessages} as message where message.event = 'order_written:' || "order_notes".id)`;

/**
 * One more note about a locked order, in its transaction; the same words of the same person within a minute are the note
 * that is there. `isMessage` tells apart what is written to the customer.
 */
export async function insertNote(
  { db: tx, now, actor }: UserCtx,
  { orderId, text, isMessage = false }: { orderId: number; text: string; isMessage?: boolean },
): Promise<{ note: NoteRow; isNew: boolean }> {
  const by = actorName(actor);
  const isTwin = and(
    eq(orderNotes.orderId, orderId),
    eq(orderNotes.text, text),
    eq(orderNotes.actor, by),
    gt(orderNotes.createdAt, minutesAfter(now, -DOUBLE_CLICK_MINUTES)),
    sql`${isWrittenOut} = ${isMessage}`,
  );
  const [twin] = await tx.select().from(orderNotes).where(isTwin).orderBy(desc(orderNotes.id)).limit(1);
  if (twin) return { note: twin, isNew: false };
  const [note] = await tx.insert(orderNotes).values({ orderId, text, actor: by, createdAt: now }).returning();
  if (!note) throw new Error("the note was not written");
  return { note, isNew: true };
}
