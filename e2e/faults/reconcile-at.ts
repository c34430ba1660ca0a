import { ne } from "drizzle-orm";
import { beforeEach } from "vitest";
import type { Database } from "@/db/client";
import { payments } from "@/db/schema/payments";
import { later, NOON } from "@/db/test-fixtures";
import type { lyingGateway } from "@/e2e/faults/lying-gateway";
import { reconcilePayments } from "@/lib/payments/reconcile-payments";

/** Runs the reconciliation so many minutes after noon; what earlier tests left open is closed before each test. */
export function reconcileAt(db: Database, gateway: Awaited<ReturnType<typeof lyingGateway>>) {
  beforeEach(async () => {
    gateway.asked.length = 0;
    await db
      .update(payments)
      .set({ endedAt: NOON, confirmedAt: NOON, inquiryWantedAt: null })
      .where(ne(payments.paymentMethod, "cash_on_delivery"));
  });
  return (minutes: number) =>
    reconcilePayments({ db, now: later(NOON, minutes), actor: { kind: "system", useCase: "reconcile" } });
}
