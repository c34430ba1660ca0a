"use client";

import type { ReactNode } from "react";
import { Link, usePathname } from "@/i18n/navigation";

/** A place of the back office; the one where one is says so. */
export function AdminLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const isHere = href === "/admin" ? path === href : path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isHere ? "page" : undefined}
      className="inline-flex min-h-11 items-center border-b-2 border-transparent px-2.5 text-[0.9375rem] whitespace-nowrap hover:text-cobalt aria-[current]:border-cobalt aria-[current]:font-semibold"
    >
      {children}
    </Link>
  );
}
