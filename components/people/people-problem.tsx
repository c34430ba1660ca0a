"use client";

import { useTranslations } from "next-intl";
import { AdminProblem } from "@/components/admin/admin-problem";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem-notice";
import type { FormProblem } from "@/lib/http/form-state";

const OUR_OWN = ["last_administrator", "person_not_found", "invitation_not_found", "forbidden"] as const;

/** Why a person stays as they are. */
export function PeopleProblem({ problem }: { problem: FormProblem | null }) {
  const t = useTranslations("adminPeople.problems");
  const own = OUR_OWN.find((code) => code === problem?.code);
  if (problem?.code === "reauthentication_required") return <AdminProblem problem={problem} />;
  if (!own) return <ProblemNotice problem={problem} />;
  return (
    <Notice tone="bad" role="alert">
      <p>{t(own)}</p>
    </Notice>
  );
}
