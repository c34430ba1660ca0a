import type { FaultValue } from "./fault-values";

export const FAULT_TARGETS = ["page", "return", "ipn", "wallet", "inquiry", "refund", "mail", "sms"] as const;
export type FaultTarget = (typeof FAULT_TARGETS)[number];

export const WORK = ["before", "after"] as const;

export interface FaultKind {
  fault: string;
  targets: readonly FaultTarget[];
  says: string;
  /** One fault of a part acts on a message, the others wait; faults of different parts act together. Its own name where none is given. */
  part?: string;
  /** What it may be told, and what holds where nothing is said. */
  value?: { kind: FaultValue; unsaid: string | null };
  /** Where there is work to do: whether the message breaks before it, which is then left undone, or after. */
  when?: (typeof WORK)[number];
}
