"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFocusOn } from "@/components/ui/use-focus-on";
import type { FormProblem } from "@/lib/http/form-state";

type ChangedNoticeProps = { problem: FormProblem | null; labels: Record<string, string>; alreadyThere?: string };

/** Why a form of the back office was refused: what somebody else has changed is named, old and new. */
export function ChangedNotice({ problem, labels, alreadyThere }: ChangedNoticeProps) {
  const t = useTranslations("adminProducts");
  const box = useFocusOn(problem); // its form may be longer than a screen
  if (problem?.code === "already_there" || problem?.code === "not_found" || problem?.code === "product_not_found") {
    return (
      <div ref={box} tabIndex={-1} className="outline-none">
        <Notice tone="bad" role="alert">
          <p>{problem.code === "already_there" ? (alreadyThere ?? t("alreadyThere")) : t("gone")}</p>
        </Notice>
      </div>
    );
  }
  if (problem?.code !== "changed_meanwhile") return <ProblemNotice problem={problem} />;
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Notice tone="bad" role="alert">
        <p>{t("changed")}</p>
        {problem.changes?.map(({ field, seen, now }) => (
          <p key={field}>
            {t("changedField", { field: labels[field] ?? field, seen: seen || t("empty"), now: now || t("empty") })}
          </p>
        ))}
        <p>{t("changedNext")}</p>
      </Notice>
    </div>
  );
}
