import type { FaultKind, FaultTarget } from "./fault-kind";
import { MESSAGE_FAULTS } from "./message-faults";
import { TRANSPORT_FAULTS } from "./transport-faults";

export type FaultName = (typeof MESSAGE_FAULTS | typeof TRANSPORT_FAULTS)[number]["fault"];
export type ListedFault = FaultKind & { fault: FaultName };

/** Every fault that there is: the control panel, the control interface and the documentation read this one list. */
export const FAULT_LIST: readonly ListedFault[] = [...MESSAGE_FAULTS, ...TRANSPORT_FAULTS];

export function faultsOf(target: FaultTarget): readonly ListedFault[] {
  return FAULT_LIST.filter(({ targets }) => targets.includes(target));
}

export function listedFault(target: FaultTarget, name: string): ListedFault | undefined {
  return faultsOf(target).find(({ fault }) => fault === name);
}
