"use client";

import type { ReactNode } from "react";
import { Notice, type Tone } from "@/components/ui/notice";
import { useFocusOn } from "@/components/ui/use-focus-on";

/** What was done by the form that led here; the keyboard goes to it when it appears. */
export function DoneNotice({ tone, children }: { tone: Tone; children: ReactNode }) {
  const box = useFocusOn(true);
  return (
    <div
      ref={box}
      tabIndex={-1}
      className="rounded-soft outline-offset-2 [main:has([role=alert]:not(:empty),[aria-invalid=true])_&]:hidden"
    >
      <Notice tone={tone} role="status">
        {children}
      </Notice>
    </div>
  );
}
