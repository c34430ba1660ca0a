export const FAULTS = {
  /** Before the request is looked at (http_500, waf_html, empty_hash_199), or after it was carried out (timeout). */
  inquiry: ["http_500", "waf_html", "empty_hash_199", "timeout"],
  wallet: ["http_500", "waf_html", "empty_hash_199", "timeout"],
  refund: ["http_500", "waf_html", "empty_hash_199", "timeout"],
  ipn: ["lost", "duplicate", "before_return", "forged_hash"],
} as const;

type FaultTarget = keyof typeof FAULTS;
export type RestTarget = Exclude<FaultTarget, "ipn">;
type RestFault = (typeof FAULTS)[RestTarget][number];
type IpnFault = (typeof FAULTS)["ipn"][number];
type Fault = { target: RestTarget; fault: RestFault } | { target: "ipn"; fault: IpnFault };

/** Faults wait in line, each for one message of its own kind. */
export class FaultQueue {
  private waiting: Fault[] = [];

  add(fault: Fault, times: number): void {
    for (let n = 0; n < times; n++) this.waiting.push(fault);
  }

  takeRest(target: RestTarget): RestFault | null {
    const at = this.waiting.findIndex((fault) => fault.target === target);
    const taken = at < 0 ? undefined : this.waiting.splice(at, 1)[0];
    return taken && taken.target !== "ipn" ? taken.fault : null;
  }

  takeIpn(): IpnFault | null {
    const at = this.waiting.findIndex((fault) => fault.target === "ipn");
    const taken = at < 0 ? undefined : this.waiting.splice(at, 1)[0];
    return taken?.target === "ipn" ? taken.fault : null;
  }

  list(): readonly Fault[] {
    return this.waiting;
  }

  clear(): void {
    this.waiting = [];
  }
}
