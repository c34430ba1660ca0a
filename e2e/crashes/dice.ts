/** Chance that can be told again: the same seed throws the same numbers (mulberry32). */
export function dice(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (least: number, most: number) => least + Math.floor(next() * (most - least + 1)),
    isOneIn: (times: number) => next() * times < 1,
    pick: <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T,
  };
}
export type Dice = ReturnType<typeof dice>;
