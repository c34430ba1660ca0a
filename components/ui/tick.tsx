import type { ComponentProps, ReactNode } from "react";

/** A box to tick, with its words beside it. */
export const Tick = ({ label, ...box }: { label: ReactNode } & Omit<ComponentProps<"input">, "type">) => (
  <label className="flex min-h-11 items-center gap-3 font-medium">
    <input {...box} type="checkbox" className="size-5 accent-cobalt" />
    {label}
  </label>
);
