"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFocusOn } from "@/components/ui/use-focus-on";
import type { FormProblem } from "@/lib/http/form-state";

const OUR_OWN = [
  "reauthentication_required",
  "approval_required",
  "refund_request_closed",
  "not_refundable",
  "refund_exceeds_payment",
  "refund_exceeds_order",
  "refund_in_progress",
  "refund_refused",
  "duplicate_refund",
  "not_configured",
  "gateway_unavailable",
  "review_item_closed",
  "forbidden",
  "conflict",
] as const;

/** Why something was refused that only the shop's people do; the shop's own words for all else. */
export function AdminProblem({ problem }: { problem: FormProblem | null }) {
  const t = useTranslations("adminForms.problems");
  const box = useFocusOn(problem);
  const own = OUR_OWN.find((code) => code === problem?.code);
  if (!own) return <ProblemNotice problem={problem} />;
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Notice tone="bad" role="alert">
        <p>{t(own)}</p>
      </Notice>
    </div>
  );
}
