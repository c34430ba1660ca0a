import type { ReactNode } from "react";

/** One thing at a time, on raised ground. */
export function Card({ id, title, children }: { id?: string; title?: ReactNode; children: ReactNode }) {
  return (
    <section id={id} className="card grid gap-4 p-4 sm:p-6">
      {title && <h2 className="text-lg">{title}</h2>}
      {children}
    </section>
  );
}
