"use client";

import { useEffect, useState, useSyncExternalStore } from "react";

const TICK_MS = 5_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

let ahead = 0; // what a device's clock shows too much

/** The shop's time on a device whose clock may be wrong. */
const shopNow = (): number => Date.now() - ahead;

function onTick(listener: () => void): () => void {
  const timer = setInterval(listener, TICK_MS);
  return () => clearInterval(timer);
}

/** Something read from the time: drawn anew only where it differs. It begins with the server's own moment. */
export const useAtShopTime = <Told extends string | number>(startsAt: number, tell: (now: number) => Told): Told =>
  useSyncExternalStore(
    onTick,
    () => tell(shopNow()),
    () => tell(startsAt),
  );

/** The server's moment, and from then on the latest of these moments that has passed, at the very time. */
export function useMomentsPassed(startsAt: string, moments: readonly number[]): number {
  const start = Date.parse(startsAt);
  const [passed, setPassed] = useState(start);
  const next = Math.min(...moments.filter((moment) => moment > passed));
  useEffect(() => {
    ahead = Date.now() - start;
  }, [start]);
  useEffect(() => {
    if (next === Infinity) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(look, Math.min(LONGEST_TIMER_MS, Math.max(0, next - shopNow()) + 5));
    };
    const look = () => (shopNow() >= next ? setPassed(shopNow()) : wait());
    wait();
    return () => clearTimeout(timer);
  }, [next]);
  return Math.max(passed, start);
}
