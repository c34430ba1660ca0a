"use client";

import { useEffect, useState } from "react";

/** The time, moving on every `everyMs`; it begins with the server's, so that both draw the same first picture. */
export function useClock(startsAt: string, everyMs: number): number {
  const [now, setNow] = useState(() => Date.parse(startsAt));
  useEffect(() => {
    const tick = () => setNow(Date.now());
    const first = setTimeout(tick, 0);
    const timer = setInterval(tick, everyMs);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [everyMs]);
  return now;
}
