import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { approveRefundAction, declineRefundAction } from "@/lib/refunds/actions";
import type { RefundRequestView } from "@/lib/refunds/schemas";

type RefundRequestsProps = {
  requests: readonly RefundRequestView[];
  people: ReadonlyMap<string, string | null>;
  /** Who looks at it: nobody approves what they asked for. */
  me: string;
  isAdmin: boolean;
  isReal: boolean;
};

/** Refunds that wait, or waited, for a second administrator. */
export async function RefundRequests({ requests, people, me, isAdmin, isReal }: RefundRequestsProps) {
  const t = await getTranslations("adminPayments");
  if (requests.length === 0) return null;
  const name = (actor: string | null) => () => <bdi>{people.get(actor ?? "") ?? actor}</bdi>;
  return (
    <Card title={t("requests")}>
      <ul className="grid gap-4">
        {requests.map((request) => {
          const fields = { payment_id: request.payment_id, request_id: request.id };
          return (
            <li key={request.id} className="grid gap-2">
              <p>
                {t.rich("request", {
                  reason: request.reason,
                  name: name(request.requested_by),
                  amount: () => <Money amount={request.amount} />,
                })}{" "}
                {t.rich(`requestStands.${request.decision ?? "open"}`, { name: name(request.decided_by) })}
              </p>
              {request.decision === null && isAdmin && (
                <div className="flex flex-wrap items-end gap-3">
                  {request.requested_by !== me && (
                    <ActionForm
                      action={approveRefundAction}
                      fields={fields}
                      label={t("approve")}
                      kind="danger"
                      password={isReal && `field-approve-${request.id}`}
                    />
                  )}
                  <ActionForm action={declineRefundAction} fields={fields} label={t("decline")} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
