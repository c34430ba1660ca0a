"use client";

import type { ReactNode } from "react";
import { usePathname } from "@/i18n/navigation";

/** Follows its buyer through the shop until the payment's end is known; the payment's own pages say it themselves. */
export function AwaitedPayment({ label, children }: { label: string; children: ReactNode }) {
  if (usePathname().startsWith("/payments/")) return null;
  return (
    <aside
      aria-label={label}
      className="flex flex-wrap items-center justify-center gap-x-1.5 border-b border-wait bg-wait/10 px-4 py-2 text-center text-[0.9375rem]"
    >
      {children}
    </aside>
  );
}
