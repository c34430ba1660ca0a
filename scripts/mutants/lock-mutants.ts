import type { Mutant } from "@/scripts/mutants/mutants-of";

/** How a lock is asked for, in Drizzle's words and in SQL's, and what is left where it is taken out. */
const LOCKS: { pattern: RegExp; left: string }[] = [
  { pattern: /\.for\("(?:no key )?update"(?:, \{[^}]*\})?\)/g, left: "" },
  { pattern: /, \{ skipLocked: true \}/g, left: "" },
  { pattern: /\bfor (?:(?:no key )?update|share)(?: of [\w${}]+)?(?: skip locked)?(?=[\s`])/g, left: "" },
  { pattern: / skip locked/g, left: "" },
  { pattern: /pg_try_advisory_xact_lock\([^`]*?\)\)/g, left: "true" },
  { pattern: /pg_advisory_xact_lock\([^`]*?\)/g, left: "1" },
];

/** The file with each of its locks taken out, and with each that passes over what is locked waiting instead. */
export const lockMutants = (file: string, source: string): Mutant[] =>
  LOCKS.flatMap(({ pattern, left }) =>
    [...source.matchAll(pattern)].map(({ 0: found, index }) => ({
      file,
      line: source.slice(0, index).split("\n").length,
      change: `without \`${found.trim()}\``,
      text: source.slice(0, index) + left + source.slice(index + found.length),
    })),
  );
