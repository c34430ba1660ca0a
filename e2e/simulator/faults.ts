import type { FaultName } from "./fault-list";
import type { FaultTarget, WORK } from "./fault-kind";

export interface NewFault {
  target: FaultTarget;
  fault: FaultName;
  /** The transaction that it is meant for; null for any. */
  for: string | null;
  times: number | "always";
  value: string | null;
  when: (typeof WORK)[number] | null;
  part: string;
}

export type Fault = NewFault & { id: number };

/** The faults of one message. */
export class TakenFaults {
  constructor(private readonly taken: readonly Fault[] = []) {}

  has(name: FaultName): boolean {
    return this.taken.some(({ fault }) => fault === name);
  }

  value(name: FaultName): string | null {
    return this.taken.find(({ fault }) => fault === name)?.value ?? null;
  }

  /** The one way in which the message's delivery is broken. */
  get delivery(): FaultName | null {
    return this.taken.find(({ part }) => part === "delivery")?.fault ?? null;
  }

  get leaveWorkUndone(): boolean {
    return this.taken.some(({ when }) => when === "before");
  }

  get names(): string {
    return this.taken.map(({ fault, value }) => (value === null ? fault : `${fault} ${value}`)).join(", ");
  }
}

/** Faults wait for the messages of their target. Those of a transaction come before those for any, counted ones before lasting ones. */
export class FaultQueue {
  private waiting: Fault[] = [];
  private lastId = 0;

  add(fault: NewFault): Fault {
    const added = { ...fault, id: ++this.lastId };
    this.waiting.push(added);
    return added;
  }

  take(target: FaultTarget, reference: string): TakenFaults {
    if (this.waiting.length === 0) return new TakenFaults();
    const due = this.waiting
      .filter((fault) => fault.target === target && (fault.for === null || fault.for === reference))
      .toSorted((one, other) => rank(one) - rank(other));
    const taken = due.filter((fault, nth) => due.findIndex(({ part }) => part === fault.part) === nth);
    for (const fault of taken) if (fault.times !== "always") fault.times--;
    this.waiting = this.waiting.filter(({ times }) => times !== 0);
    return new TakenFaults(taken);
  }

  list(): readonly Fault[] {
    return this.waiting;
  }

  remove(id: number): boolean {
    const before = this.waiting.length;
    this.waiting = this.waiting.filter((fault) => fault.id !== id);
    return this.waiting.length < before;
  }

  clear(): void {
    this.waiting = [];
  }
}

function rank(fault: Fault): number {
  return (fault.for === null ? 2 : 0) + (fault.times === "always" ? 1 : 0);
}
