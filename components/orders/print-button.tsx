"use client";

import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Opens the browser's own print; without scripts its menu does the same. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button type="button" className="scripted" onClick={() => window.print()}>
      <Icon name="printer" />
      {label}
    </Button>
  );
}
