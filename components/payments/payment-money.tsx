import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { StateMark, type Tone } from "@/components/ui/notice";
import { When } from "@/components/ui/when";

type Movement = { id: number; from: string; to: string; amount: string; at: string };
type Refund = {
  id: number;
  amount: string;
  status: "processing" | "completed" | "failed";
  reason: string;
  gateway_code: string | null;
  gateway_message: string | null;
  actor: string;
  created_at: string;
};
type PaymentMoneyProps = {
  movements: readonly Movement[];
  refunds: readonly Refund[];
  /** Actors by their e-mail addresses. */
  people: ReadonlyMap<string, string | null>;
  now: Date;
};

const TONES: Record<Refund["status"], Tone> = { processing: "wait", completed: "good", failed: "bad" };

/** Each rupee of a payment that moved, and what was given back of it. */
export async function PaymentMoney({ movements, refunds, people, now }: PaymentMoneyProps) {
  const t = await getTranslations("adminPayments");
  return (
    <>
      {movements.length > 0 && (
        <Card title={t("movements")}>
          <ul className="grid gap-2">
            {movements.map(({ id, from, to, amount, at }) => (
              <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span>{t("movement", { from, to })}</span>
                <Money amount={amount} className="font-medium" />
                <span className="w-full text-[0.9375rem] text-ink-soft">
                  <When at={at} now={now} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {refunds.length > 0 && (
        <Card title={t("refunds")}>
          <ul className="grid gap-3">
            {refunds.map((refund) => (
              <li key={refund.id} className="grid gap-1 border-t border-line pt-3 first:border-0 first:pt-0">
                <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                  <StateMark tone={TONES[refund.status]}>{t(`refundStates.${refund.status}`)}</StateMark>
                  <Money amount={refund.amount} className="font-medium" />
                </span>
                <span>“{refund.reason}”</span>
                <span className="text-[0.9375rem] text-ink-soft">
                  {t("by")}: <bdi>{people.get(refund.actor) ?? refund.actor}</bdi> ·{" "}
                  <When at={refund.created_at} now={now} />
                </span>
                {refund.gateway_code !== null && (
                  <span className="text-[0.9375rem]">
                    {t("answer")}:{" "}
                    <bdi>{[refund.gateway_code, refund.gateway_message].filter(Boolean).join(" · ")}</bdi>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
