import { setTimeout as sleep } from "node:timers/promises";
import type { Caller, Pulse } from "@/e2e/crashes/ask-shop";
import type { Dice } from "@/e2e/crashes/dice";
import type { Stage } from "@/e2e/crashes/stage";

const BLOWS = ["kill", "kill", "kill", "kill", "database", "cut", "cut", "read-only"] as const;
/** A killed request keeps its key for a minute: the storm does not wait until all the shoppers have theirs back. */
const PATIENCE_MS = 3000;
export type Blows = Record<(typeof BLOWS)[number], number>;

/**
 * Breaks the shop at random moments, in the middle of its answers, until its store was killed so many times; each time
 * it is mended again.
 */
export async function storm(stage: Stage, { pick, between }: Dice, pulse: Pulse, kills: number): Promise<Blows> {
  const blows: Blows = { kill: 0, database: 0, cut: 0, "read-only": 0 };
  while (blows.kill < kills) {
    const next = pulse.answers + between(2, 40);
    for (const end = Date.now() + PATIENCE_MS; pulse.answers < next && Date.now() < end;) await sleep(10);
    await sleep(between(0, 30));
    const blow = pick(BLOWS);
    blows[blow]++;
    if (blow === "kill") await stage.killStore();
    if (blow === "database") await stage.crashDatabase();
    if (blow === "cut") stage.cutLines();
    if (blow === "read-only") {
      await stage.refuseWrites(true);
      await sleep(between(100, 600));
      await stage.refuseWrites(false);
    }
    await stage.mend();
    if (blow === "kill" && blows.kill % 10 === 0) console.log(`${blows.kill} kills, ${pulse.answers} answers`);
  }
  return blows;
}

/** Reconciliations and refunds in the middle of it all, by the cron's call and an administrator. */
export async function workBehind(stage: Stage, admin: Caller, dice: Dice, stop: { isOver: boolean }): Promise<void> {
  while (!stop.isOver) {
    await sleep(dice.between(100, 500));
    const headers = { authorization: `Bearer ${stage.cronSecret}` };
    await fetch(`${stage.site}/api/cron/reconcile-payments/`, { headers }).catch(() => null);
    const { json } = await admin.get("/api/cart/payments/?page_size=20");
    const paid = ((json.results ?? []) as { id: number; status: string }[]).filter((one) => one.status === "completed");
    if (paid.length === 0 || !dice.isOneIn(2)) continue;
    const amount = dice.isOneIn(2) ? { amount: "100.00" } : {};
    await admin.post(`/api/cart/payments/${dice.pick(paid).id}/refund/`, { ...amount, reason: "In the storm" });
  }
}
