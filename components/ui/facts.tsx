import type { ReactNode } from "react";

/** Names and what they are, one below the other. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, fact: ReactNode])[] }) {
  return (
    <dl className="grid gap-2">
      {facts.map(([name, fact]) => (
        <div key={name} className="flex flex-wrap items-baseline justify-between gap-x-4">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="ms-auto text-end font-medium">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
