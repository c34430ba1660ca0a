import type { ReactNode } from "react";

/** One thing at a time, on raised ground. */
export function Card({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className="card grid gap-4 p-4 sm:p-6">
      {title && <h2 className="text-lg">{title}</h2>}
      {children}
    </section>
  );
}
