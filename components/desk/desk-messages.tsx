import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { StateMark, type Tone } from "@/components/ui/notice";
import { When } from "@/components/ui/when";
import { isOfOrder, type MessageChannel, type MessageKind } from "@/lib/messages/model";

type Stand = "sent" | "waiting" | "given_up";
type Message = { id: number; kind: MessageKind; channel: MessageChannel; stand: Stand; at: string };

const TONES: Record<Stand, Tone> = { sent: "good", waiting: "wait", given_up: "bad" };

type DeskMessagesProps = { messages: readonly Message[]; now: Date; children: ReactNode };

/** What the buyer was told of the order, and whether it got out. */
export function DeskMessages({ messages, now, children }: DeskMessagesProps) {
  const t = useTranslations("adminOrders");
  return (
    <Card title={t("messages")}>
      {messages.length === 0 && <p className="text-ink-soft">{t("noMessages")}</p>}
      <ul className="grid gap-2 text-[0.9375rem] empty:hidden">
        {messages.map(({ id, kind, channel, stand, at }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span>
              {t(`kind.${isOfOrder(kind) ? kind : "other"}`)}
              <span className="text-ink-soft"> · {t(`channel.${channel}`)}</span>
            </span>
            <span className="text-sm text-ink-soft">
              <StateMark tone={TONES[stand]}>{t(`stand.${stand}`)}</StateMark> <When at={at} now={now} />
            </span>
          </li>
        ))}
      </ul>
      {children}
    </Card>
  );
}
