/** One of a list, counted from the newest, round and round; so a smaller number is a later one. */
export const pick = <T>(list: readonly T[], at: number): T | undefined =>
  list.length === 0 ? undefined : list[list.length - 1 - (at % list.length)];
