import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { amountOf, dayWords } from "@/components/reviews/review-values";
import { Money } from "@/components/ui/money";
import { When } from "@/components/ui/when";
import { PAYMENT_STATES } from "@/lib/payments/model";
import type { ReviewView } from "@/lib/reviews/schemas";
import { formatAmount, ZERO } from "@/lib/shared/money";

const KINDS = {
  amount: "money",
  amount_named: "money",
  said_amount: "money",
  our_amount: "money",
  said_net: "money",
  settled_net: "money",
  said_on: "day",
  settled_on: "day",
  last_asked: "moment",
  status: "state",
  our_status: "state",
  reference: "text",
  gateway_reference: "text",
  refund: "text",
  response_code: "text",
  response_message: "text",
  txn_type: "text",
  names: "text",
} as const;

const NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[];

/** What is known of an item besides its sentence, each fact by its name and as people write it. */
export function ReviewFacts({ facts, now }: { facts: ReviewView["facts"]; now: Date }) {
  const t = useTranslations("adminReview");
  const known = NAMES.filter((name) => facts[name] !== null && facts[name] !== undefined && facts[name] !== "");
  if (known.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 content-center text-[0.9375rem] text-ink-soft">{t("known")}</summary>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-[0.9375rem]">
        {known.map((name) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{t(`facts.${name}`)}</dt>
            <dd className="min-w-0 break-words">
              <Fact name={name} fact={facts[name] ?? ""} now={now} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Fact({ name, fact, now }: { name: keyof typeof KINDS; fact: string | number; now: Date }): ReactNode {
  const states = useTranslations("order.attempts");
  const locale = useLocale();
  switch (KINDS[name]) {
    case "money":
      return <Money amount={formatAmount(amountOf(fact) ?? ZERO)} />;
    case "day":
      return dayWords(locale, String(fact));
    case "moment":
      return <When at={String(fact)} now={now} />;
    case "state": {
      const state = PAYMENT_STATES.find((one) => one === fact);
      return state ? states(state) : <bdi>{fact}</bdi>;
    }
    case "text":
      return <bdi className="figures">{fact}</bdi>;
  }
}
