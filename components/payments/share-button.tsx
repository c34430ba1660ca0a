"use client";

import { useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon";

const nothing = () => () => {};

/** Sends words to another app of the phone; shown only where the browser can. */
export function ShareButton({ text, label }: { text: string; label: string }) {
  const canShare = useSyncExternalStore(
    nothing,
    () => "share" in navigator,
    () => false,
  );
  if (!canShare) return null;
  return (
    <button
      type="button"
      onClick={() => navigator.share({ text }).catch(() => {})}
      className="-mx-2 inline-flex min-h-11 items-center gap-1.5 rounded-soft px-2 text-[0.9375rem] font-medium text-cobalt"
    >
      <Icon name="share" className="size-4" />
      {label}
    </button>
  );
}
