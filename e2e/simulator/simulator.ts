import type { Settings } from "./settings";
import { Store } from "./store";

/** What every route is given: the settings, the memory, and the time that its slow work may take. */
export class Simulator {
  readonly store = new Store();
  private life = new AbortController();

  constructor(readonly settings: Settings) {}

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

  reset(): void {
    this.stop();
    this.life = new AbortController();
    this.store.clear();
  }

  stop(): void {
    this.life.abort();
  }
}
