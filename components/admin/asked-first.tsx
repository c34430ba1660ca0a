import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";

type AskedFirstProps = { label: string; question: ReactNode; kind?: "quiet" | "danger"; children: ReactNode };

/** What is not done in one press: the first opens the question, and the button beneath it does what it says. */
export function AskedFirst({ label, question, kind = "danger", children }: AskedFirstProps) {
  return (
    <details className="group justify-self-start">
      <summary
        className={`${buttonClass({ kind, size: "small" })} list-none group-open:opacity-60 [&::-webkit-details-marker]:hidden`}
      >
        {label}
      </summary>
      <div className="mt-2 grid gap-3 border-s-2 border-bad ps-3">
        <p className="text-[0.9375rem]">{question}</p>
        {children}
      </div>
    </details>
  );
}
