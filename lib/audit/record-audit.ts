import type { Database } from "@/db/client";
import { auditLog } from "@/db/schema/operations";
import type { AuditAction } from "@/lib/audit/model";
import { actorName, type Ctx } from "@/lib/shared/context";

type Details = Record<string, string | number | null>;

/** What a thing was before and after; of people and their addresses only which of it changed. */
type Change = { before?: Record<string, string | number | boolean | null>; after?: Change["before"] };

/**
 * Who of the staff did what to what and from where, in the transaction that does it. Ids only, never the names,
 * phones or addresses of customers.
 */
export async function recordAudit(
  tx: Database,
  { actor, now, from }: Pick<Ctx, "actor" | "now" | "from">,
  action: AuditAction,
  subject: string,
  details: Details = {},
  { before, after }: Change = {},
): Promise<void> {
  await tx.insert(auditLog).values({
    actor: actorName(actor),
    action,
    subject,
    details,
    before: before ?? null,
    after: after ?? null,
    fromAddress: from?.address ?? null,
    fromDevice: from?.device ?? "",
    createdAt: now,
  });
}
