"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { useFocusOn } from "@/components/ui/use-focus-on";
import type { FormProblem } from "@/lib/http/form-state";

type ErrorSummaryProps = {
  lines: { name: string; label: string; words: string }[];
  problem: FormProblem | null;
};

/** What is to be put right, each a link to its field; takes the focus each time that the shop has answered. */
export function ErrorSummary({ lines, problem }: ErrorSummaryProps) {
  const t = useTranslations("checkout");
  const hasLines = lines.length > 0;
  const box = useFocusOn(hasLines && problem);
  if (!hasLines) return null;
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Notice tone="bad" role="alert">
        <p className="font-semibold">{t("summary", { count: lines.length })}</p>
        <ul className="grid gap-1">
          {lines.map(({ name, label, words }) => (
            <li key={name}>
              <a href={`#field-${name}`} className="link">
                {label}
              </a>
              {": "}
              {words}
            </li>
          ))}
        </ul>
        <p className="text-[0.9375rem]">{t("summaryKept")}</p>
      </Notice>
    </div>
  );
}
