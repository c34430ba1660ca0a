import { figureInvariants } from "@/lib/ledger/figure-invariants";
import type { LedgerInvariant } from "@/lib/ledger/ledger-invariant";
import { movementInvariants } from "@/lib/ledger/movement-invariants";
import { orderInvariants } from "@/lib/ledger/order-invariants";
import { ruleInvariants } from "@/lib/ledger/rule-invariants";
import { settlementFileInvariants } from "@/lib/ledger/settlement-file-invariants";
import { settlementInvariants } from "@/lib/ledger/settlement-invariants";
import { unknownInvariants } from "@/lib/ledger/unknown-invariants";

/** All that must hold; each counts its breaches, and every count must be 0. */
export const ledgerInvariants: LedgerInvariant[] = [
  ...settlementInvariants,
  ...movementInvariants,
  ...settlementFileInvariants,
  ...orderInvariants,
  ...unknownInvariants,
  ...figureInvariants,
  ...ruleInvariants,
];
