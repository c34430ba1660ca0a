import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { Cell, Row, Table } from "@/components/admin/table";
import { DecisionWords } from "@/components/payments/decision-words";
import { When } from "@/components/ui/when";
import { replayNoticeAction } from "@/lib/payments/actions";
import type { PaymentEventView } from "@/lib/payments/schemas";

type PaymentMessagesProps = { paymentId: number; events: readonly PaymentEventView[]; now: Date };

/** Every message about a payment and what was decided, its masked fields folded. */
export async function PaymentMessages({ paymentId, events, now }: PaymentMessagesProps) {
  const t = await getTranslations("adminPayments");
  const columns = [
    { key: "time", label: t("time") },
    { key: "channel", label: t("channel") },
    { key: "direction", label: t("direction") },
    { key: "decision", label: t("decision") },
    { key: "replay", label: t("replay") },
  ];
  return (
    <Table label={t("events")} columns={columns} none={t("noEvents")}>
      {events.map((event) => (
        <Row key={event.id}>
          <Cell>
            <When at={event.created_at} now={now} />
          </Cell>
          <Cell>{t(`channels.${event.channel}`)}</Cell>
          <Cell>{t(event.is_outgoing ? "sent" : "heard")}</Cell>
          <Cell>
            <span className="block">
              <DecisionWords decision={event.decision} refusal={event.refusal} />
            </span>
            <MaskedFields fields={event.fields} words={t("fields", { count: Object.keys(event.fields).length })} />
          </Cell>
          <Cell>
            {event.can_replay && (
              <ActionForm
                action={replayNoticeAction}
                fields={{ payment_id: paymentId, event_id: event.id }}
                label={t("replay")}
                name={t("replayName", { time: event.created_at })}
              />
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function MaskedFields({ fields, words }: { fields: Record<string, string>; words: string }) {
  const entries = Object.entries(fields).filter(([, value]) => value !== "");
  if (entries.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 content-center text-sm text-ink-soft">{words}</summary>
      <dl dir="ltr" className="grid grid-cols-[auto_1fr] gap-x-3 text-start text-sm">
        {entries.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
