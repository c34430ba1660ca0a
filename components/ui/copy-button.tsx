"use client";

import { useState } from "react";
import { Icon } from "@/components/ui/icon";

const SHOWN_MS = 2_000;

/** Copies a number that nobody wants to type. Shown where scripts run. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [isCopied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  }
  return (
    <button
      type="button"
      onClick={copy}
      className="scripted -mx-2 inline-flex min-h-11 items-center gap-1.5 rounded-soft px-2 text-[0.9375rem] font-medium text-cobalt"
    >
      <Icon name={isCopied ? "check" : "copy"} className="size-4" />
      <span role="status">{isCopied ? done : label}</span>
    </button>
  );
}
