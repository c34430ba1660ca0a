import { sql } from "drizzle-orm";
import type { Stage } from "@/e2e/crashes/stage";
import type { Diary } from "@/e2e/crashes/shopper";
import { proveLedger } from "@/lib/ledger/prove-ledger";

type AtGateway = { reference: string; state: string; amount_paisa: number; refunded_paisa: number };
type InShop = { reference: string; taken: number; givenBack: number };
type OfShopper = { userId: number; diary: Diary };

/** All that must hold when the storm is over, each with what speaks against it; empty lists are what is wanted. */
export async function compareBooks(stage: Stage, shoppers: OfShopper[], now: Date): Promise<Record<string, string[]>> {
  const answer = await fetch(`${stage.simulator}/_control/transactions`);
  const atGateway = (await answer.json()) as AtGateway[];
  const rows = await stage.db.execute<InShop>(sql`
    select transaction_id as reference,
      coalesce(sum(m.amount_paisa) filter (where to_account = 'gateway'), 0)::bigint as taken,
      coalesce(sum(m.amount_paisa) filter (where from_account = 'gateway'), 0)::bigint as given_back
    from payments left join money_movements m on m.payment_id = payments.id
    where payment_method <> 'cash_on_delivery' group by transaction_id`);
  const inShop = new Map([...rows].map((row) => [row.reference, row]));
  const paid = new Map(atGateway.filter(({ state }) => state === "paid").map((one) => [one.reference, one]));
  const invariants = await proveLedger(stage.db, now);
  return {
    "what the gateway took is in the books": [...paid.values()]
      .filter((one) => inShop.get(one.reference)?.taken !== one.amount_paisa)
      .map((one) => `${one.reference}: ${one.amount_paisa} there, ${inShop.get(one.reference)?.taken} here`),
    "what the books say was taken, the gateway took": [...inShop.values()]
      .filter((row) => row.taken > 0 && !paid.has(row.reference))
      .map((row) => row.reference),
    "what went back there went back here": await differingRefunds(stage, paid, inShop),
    "one order for each time that somebody placed one": await doubledOrders(stage, shoppers),
    "the ledger's proof": invariants
      .filter(({ breaches }) => breaches > 0)
      .map(({ name, breaches, examples }) => `${name}: ${breaches} (${examples.join(", ")})`),
  };
}

/** A refund whose outcome nobody knows is a person's to find out; all others must agree with the gateway. */
async function differingRefunds({ db }: Stage, paid: Map<string, AtGateway>, inShop: Map<string, InShop>) {
  const unknown = await db.execute<{ reference: string }>(sql`
    select transaction_id as reference from payments join refunds on payment_id = payments.id
    where refunds.status = 'processing'`);
  const asked = new Set([...unknown].map(({ reference }) => reference));
  return [...paid.values()]
    .filter((one) => !asked.has(one.reference) && inShop.get(one.reference)?.givenBack !== one.refunded_paisa)
    .map((one) => `${one.reference}: ${one.refunded_paisa} there, ${inShop.get(one.reference)?.givenBack} here`);
}

/** Nobody gave up asking, so each order that is there was told to somebody, once. */
async function doubledOrders({ db }: Stage, shoppers: OfShopper[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { userId, diary } of shoppers) {
    const rows = await db.execute<{ id: number }>(sql`select id from orders where user_id = ${userId} order by id`);
    const there = [...rows].map(({ id }) => id).join(" ");
    const told = diary.orderIds.toSorted((a, b) => a - b).join(" ");
    if (there !== told) wrong.push(`shopper ${userId} was told of ${told}, and there are ${there}`);
  }
  return wrong;
}
