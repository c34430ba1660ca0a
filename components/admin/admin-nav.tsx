"use client";

import type { ReactNode } from "react";
import { Link, usePathname } from "@/i18n/navigation";

type Place = { href: string; words: ReactNode };
type AdminNavProps = { label: string; places: readonly Place[] };

/** The dashboard's own pages begin like no other place. */
const isAt = (path: string, href: string): boolean =>
  href === "/admin" ? path === href || path.startsWith("/admin/cases/") : path === href || path.startsWith(`${href}/`);

/** The places of the back office; on a phone they unfold under the name of the one where one is, without scripts too. */
export function AdminNav({ label, places }: AdminNavProps) {
  const path = usePathname();
  const here = places.find(({ href }) => isAt(path, href));
  const items = places.map(({ href, words }) => (
    <li key={href}>
      <Link
        href={href}
        prefetch={false}
        aria-current={href === here?.href ? "page" : undefined}
        className="flex min-h-11 items-center gap-1.5 border-b-2 border-transparent px-2.5 text-[0.9375rem] whitespace-nowrap hover:text-cobalt aria-[current]:border-cobalt aria-[current]:font-semibold"
      >
        {words}
      </Link>
    </li>
  ));
  return (
    <nav aria-label={label} className="mx-auto w-full max-w-[100rem] px-2">
      <details key={path} className="group md:hidden">
        <summary className="flex min-h-11 list-none items-center gap-2 px-2 font-semibold [&::-webkit-details-marker]:hidden">
          <span className="inline-flex items-center gap-1.5 border-b-2 border-cobalt">{here?.words ?? label}</span>
          <span aria-hidden="true" className="ms-auto group-open:rotate-180">
            ▾
          </span>
        </summary>
        <ul className="grid grid-cols-2 pb-2">{items}</ul>
      </details>
      <ul className="flex flex-wrap max-md:hidden">{items}</ul>
    </nav>
  );
}
