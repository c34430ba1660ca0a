import type { ReactNode } from "react";

/** Names and what they are, one below the other. */
export function Facts({ facts }: { facts: readonly (readonly [name: ReactNode, fact: ReactNode])[] }) {
  return (
    <dl className="grid gap-2">
      {facts.map(([name, fact], at) => (
        <div key={at} className="flex flex-wrap items-baseline justify-between gap-x-4">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="text-end font-medium">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
