"use client";

import { type ReactNode, useState } from "react";
import { usePathname } from "@/i18n/navigation";

/** Stays on the page that it was first told on, and is gone on the next one. */
export function ToldOnce({ children }: { children: ReactNode }) {
  const path = usePathname();
  const [first] = useState(path);
  return path === first ? children : null;
}
