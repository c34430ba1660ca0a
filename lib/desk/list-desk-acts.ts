import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog } from "@/db/schema/operations";

const TOLD = ["order.call", "order.step", "order.parcel"] as const;

/** What staff did to an order: a call with its outcome, or a parcel with its courier and tracking number. */
export type DeskAct = {
  kind: "called" | "shipped" | "parcel";
  actor: string;
  at: Date;
  isReached: boolean;
  courier: string;
  tracking: string;
};

/** What staff did to an order of which its own rows keep less than the story tells, oldest first. */
export async function listDeskActs(db: Database, orderId: number): Promise<DeskAct[]> {
  const rows = await db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subject, `order:${orderId}`), inArray(auditLog.action, TOLD)))
    .orderBy(asc(auditLog.id));
  return rows
    .filter(({ action, after }) => action !== "order.step" || after?.status === "shipped")
    .map(({ action, actor, details, after, createdAt: at }) => ({
      kind: action === "order.call" ? "called" : action === "order.step" ? "shipped" : "parcel",
      actor,
      at,
      isReached: details.outcome === "reached",
      courier: String(after?.courier ?? ""),
      tracking: String(after?.tracking_number ?? ""),
    }));
}
