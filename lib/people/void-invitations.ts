import { and, inArray, isNull, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { outgoingMessages } from "@/db/schema/messages";
import { invitations } from "@/db/schema/staff";
import type { Ctx } from "@/lib/shared/context";

/** Takes invitations back; their letters are not sent any more. Gives those that there were. */
export async function voidInvitations(tx: Database, { now }: Pick<Ctx, "now">, which: SQL | undefined) {
  const gone = await tx.delete(invitations).where(which).returning();
  const events = gone.map(({ tokenHash }) => `staff_invited:${tokenHash.toString("hex")}`);
  if (events.length > 0) {
    const isWaiting = and(isNull(outgoingMessages.sentAt), isNull(outgoingMessages.givenUpAt));
    await tx
      .update(outgoingMessages)
      .set({ givenUpAt: now, details: {} })
      .where(and(inArray(outgoingMessages.event, events), isWaiting));
  }
  return gone;
}
