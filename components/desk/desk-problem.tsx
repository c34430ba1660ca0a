"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Link } from "@/i18n/navigation";
import { DESK_REFUSALS } from "@/lib/desk/model";
import type { FormProblem } from "@/lib/http/form-state";

type DeskProblemProps = { problem: FormProblem | null; orderId: number; version?: string };

/** Why a step with an order was refused; where somebody else was quicker, how it stands now and what they did. */
export function DeskProblem({ problem, orderId, version }: DeskProblemProps) {
  const t = useTranslations("adminOrders");
  if (problem?.code === "order_changed") {
    return (
      <Notice tone="bad" role="alert">
        <Changed problem={problem} />
        {problem.version !== version && (
          <Link href={`/admin/orders/${orderId}`} prefetch={false} className="link">
            {t("reload")}
          </Link>
        )}
      </Notice>
    );
  }
  const refusal = DESK_REFUSALS.find((code) => code === problem?.code);
  if (!refusal) return <ProblemNotice problem={problem} />;
  return (
    <Notice tone="bad" role="alert">
      <p>{t(`problems.${refusal}`)}</p>
    </Notice>
  );
}

function Changed({ problem }: { problem: FormProblem }) {
  const t = useTranslations("adminOrders");
  const states = useTranslations("order");
  const { order_status, payment_status, status_history = [] } = problem;
  const nameOf = (actor: string): string => {
    if (actor === "gateway") return t("changedBy.gateway");
    return actor.startsWith("user:") ? t("changedBy.customer") : t("changedBy.shop");
  };
  return (
    <>
      <p>{t("changed")}</p>
      {order_status && payment_status && (
        <p className="font-semibold">
          {t("changedNow", {
            status: states(`states.${order_status}`),
            payment: states(`paymentStates.${payment_status}`),
          })}
        </p>
      )}
      {status_history.length > 0 && (
        <ul className="list-disc ps-5">
          {status_history.map(({ to_status, actor, by, notes, created_at }) => (
            <li key={`${created_at} ${to_status}`}>
              {t("changedStep", { to: states(`states.${to_status}`), by: by ?? nameOf(actor) })}
              {notes && <bdi> · {notes}</bdi>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
