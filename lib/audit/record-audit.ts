import type { Database } from "@/db/client";
import { auditLog } from "@/db/schema/operations";
import { type Actor, actorName } from "@/lib/shared/context";

type Details = Record<string, string | number | null>;

/** Who of the staff did what to what, in the transaction that does it. Ids only, never names or addresses. */
export async function recordAudit(
  tx: Database,
  { actor, now }: { actor: Actor; now: Date },
  action: string,
  subject: string,
  details: Details = {},
): Promise<void> {
  await tx.insert(auditLog).values({ actor: actorName(actor), action, subject, details, createdAt: now });
}
