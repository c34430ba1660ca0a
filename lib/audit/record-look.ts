import { sql } from "drizzle-orm";
import { auditLog } from "@/db/schema/operations";
import { statement } from "@/db/statement";
import type { AuditAction } from "@/lib/audit/model";
import { actorName, isStaff, type UserCtx } from "@/lib/shared/context";
import { minutesAfter } from "@/lib/shared/pakistan-time";

/** Whose data a page or a door shows in full: one order's or person's, or those of a list. */
const LOOKS = {
  order: "order.look",
  user: "person.look",
  orders: "orders.look",
  people: "people.look",
  carts: "carts.look",
} as const satisfies Record<string, AuditAction>;

type LookedAt = `${"order" | "user"}:${number}` | "orders" | "people" | "carts";

/** For so long whoever turns pages, prints and comes back is looking still. */
const ONE_LOOK_MINUTES = 15;

type Look = {
  actor: string;
  action: string;
  subject: string;
  address: string | null;
  device: string;
  now: Date;
  since: Date;
};

const RECORD = statement<Look, never>(
  ({ actor, action, subject, address, device, now, since }) => sql`
    insert into ${auditLog} (actor, action, subject, details, from_address, from_device, created_at)
    select ${actor}, ${action}, ${subject}, '{}'::jsonb, ${address}::text, ${device}, ${now}::timestamptz
    where not exists (
      select from ${auditLog}
      where actor = ${actor} and action = ${action} and subject = ${subject} and created_at > ${since}
    )`,
);

/** Staff see who somebody is, where they live and how to reach them: a row of the audit, once for each look. */
export async function recordLook({ db, actor, now, from }: UserCtx, subject: LookedAt): Promise<void> {
  if (!isStaff(actor)) return; // customers see their own
  const kind = subject.split(":")[0] as keyof typeof LOOKS;
  await RECORD(db, {
    actor: actorName(actor),
    action: LOOKS[kind],
    subject,
    address: from?.address ?? null,
    device: from?.device ?? "",
    now,
    since: minutesAfter(now, -ONE_LOOK_MINUTES),
  });
}
