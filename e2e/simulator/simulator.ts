import type { Settings } from "./settings-list";
import { Store } from "./store";

/** What every route is given: the settings, the memory, and the time that its slow work may take. */
export class Simulator {
  readonly store = new Store();
  readonly settings: Settings;
  private life = new AbortController();

  constructor(private readonly atStart: Settings) {
    this.settings = { ...atStart };
    this.addStandingFaults();
  }

  get signal(): AbortSignal {
    return this.life.signal;
  }

  /** False where the simulator was reset or stopped, or the caller gave up, before the time was over. */
  wait(milliseconds: number, caller?: AbortSignal): Promise<boolean> {
    const signal = caller ? AbortSignal.any([this.signal, caller]) : this.signal;
    return new Promise((resolve) => {
      if (signal.aborted) return resolve(false);
      const end = (whole: boolean) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", interrupted);
        resolve(whole);
      };
      const interrupted = () => end(false);
      const timer = setTimeout(end, milliseconds, true);
      signal.addEventListener("abort", interrupted);
    });
  }

  /** As it was when it started: its settings and standing faults too. */
  reset(): void {
    this.stop();
    this.life = new AbortController();
    this.store.clear();
    Object.assign(this.settings, this.atStart);
    this.addStandingFaults();
  }

  stop(): void {
    this.life.abort();
  }

  private addStandingFaults(): void {
    for (const fault of this.settings.faults) this.store.faults.add(fault);
  }
}
