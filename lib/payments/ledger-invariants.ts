import type { LedgerInvariant } from "@/lib/payments/ledger-invariant";
import { movementInvariants } from "@/lib/payments/movement-invariants";
import { orderInvariants } from "@/lib/payments/order-invariants";
import { ruleInvariants } from "@/lib/payments/rule-invariants";
import { settlementInvariants } from "@/lib/payments/settlement-invariants";
import { unknownInvariants } from "@/lib/payments/unknown-invariants";

/** All that must hold; each counts its breaches, and every count must be 0. */
export const ledgerInvariants: LedgerInvariant[] = [
  ...settlementInvariants,
  ...movementInvariants,
  ...orderInvariants,
  ...unknownInvariants,
  ...ruleInvariants,
];
