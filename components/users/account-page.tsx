import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** One narrow card, and below it where else one may have wanted to go. */
export function AccountPage({
  title,
  text,
  below,
  children,
}: Record<"title" | "text" | "below" | "children", ReactNode>) {
  return (
    <div className="mx-auto grid w-full max-w-md gap-6">
      <div className="grid gap-2">
        <h1>{title}</h1>
        <p className="text-ink-soft">{text}</p>
      </div>
      <Card>{children}</Card>
      <p>{below}</p>
    </div>
  );
}
