import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { findOutboxState, type OutboxState } from "@/lib/messages/find-outbox-state";

export type Readiness = {
  status: "ok" | "unavailable";
  dependencies: {
    database: "ok" | "unavailable";
    ledger: "ok" | "breached" | "unproved";
    messages: OutboxState | "unknown";
  };
};

const TRUSTED_MS = 1000;
let reachedAt = Number.NEGATIVE_INFINITY;

/** A proof is made hourly; one that is older than a day says nothing of today. */
const LOOK = sql`
  select exists (select from products) as has_products, (
    select case breaches when '{}' then 'ok' else 'breached' end from ledger_proofs
    where ran_at > now() - interval '1 day' order by ran_at desc limit 1
  ) as ledger`;

/**
 * Whether the shop can serve: each thing that it cannot do without, what the newest proof of the ledger found, and
 * whether messages get out. A breach or a silent mail server is for people to see to; a shop that stops selling would be
 * no remedy.
 */
export async function readiness(): Promise<Readiness> {
  try {
    const ledger = await lookAtDatabase();
    const messages = await findOutboxState(database());
    return { status: "ok", dependencies: { database: "ok", ledger, messages } };
  } catch {
    const dependencies = { database: "unavailable", ledger: "unproved", messages: "unknown" } as const;
    return { status: "unavailable", dependencies };
  }
}

async function lookAtDatabase(): Promise<"ok" | "breached" | "unproved"> {
  const [found] = await database().execute<{ ledger: "ok" | "breached" | null }>(LOOK);
  reachedAt = performance.now();
  return found?.ledger ?? "unproved";
}

/** Asked before each page, so looked at once a second at most. */
export async function isDatabaseReachable(): Promise<boolean> {
  if (performance.now() - reachedAt < TRUSTED_MS) return true;
  return lookAtDatabase().then(
    () => true,
    () => false,
  );
}
