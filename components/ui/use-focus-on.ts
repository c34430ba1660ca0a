"use client";

import { type RefObject, useEffect, useRef } from "react";

/** A box that the keyboard goes to each time that there is a new cause for it; the box has a tabIndex of -1. */
export function useFocusOn(cause: unknown): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (cause) box.current?.focus();
  }, [cause]);
  return box;
}
