import type { ReactNode } from "react";
import type { BothWords, Words } from "@/components/orders/both";
import { Money } from "@/components/ui/money";
import type { OrderView } from "@/lib/orders/schemas";
import { isTaken } from "@/lib/payments/model";
import type { ToldRefund } from "@/lib/refunds/list-refunds";
import { formatAmount, paisa, readAmount, ZERO } from "@/lib/shared/money";

type ReceiptMoneyProps = {
  order: OrderView;
  refunds: readonly ToldRefund[];
  words: BothWords;
  dateIn: (locale: "en" | "ur", at: string) => string;
};

/** What of the order's sum is still to be paid. */
function owedOf({ status, total_amount, paid_amount }: OrderView): string {
  const [total, paid] = [readAmount(total_amount) ?? ZERO, readAmount(paid_amount) ?? ZERO];
  return formatAmount(status === "cancelled" || paid >= total ? ZERO : paisa(total - paid));
}

/** How the sum comes about, what was paid when and how, what went back, and what is still owed. */
export function ReceiptMoney({ order, refunds, words, dateIn }: ReceiptMoneyProps) {
  const at = (time: string): Words => ({ en: dateIn("en", time), ur: dateIn("ur", time) });
  const taken = order.payments.filter((payment) => isTaken(payment.status));
  const isFree = Number(order.delivery_charge) === 0;
  const { en: freeEn, ur: freeUr } = words("free");
  return (
    <dl className="grid gap-1.5">
      <Sum words={words("items")} amount={order.items_total} />
      <Sum words={words("delivery")} amount={order.delivery_charge}>
        {isFree && `${freeEn} · ${freeUr}`}
      </Sum>
      {Number(order.discount) > 0 && <Sum words={words("discount")} amount={order.discount} isLess />}
      <Sum words={words("total")} amount={order.total_amount} isStrong />
      {taken.map((payment) => (
        <Sum
          key={payment.id}
          words={bothOf(words("paid"), words(`methods.${payment.payment_method}`))}
          amount={payment.amount}
          when={at(payment.completed_at ?? payment.updated_at)}
          reference={[payment.transaction_id, payment.gateway_reference].filter(Boolean).join(" · ")}
        />
      ))}
      {refunds
        .filter((refund) => refund.status !== "failed")
        .map((refund) => (
          <Sum
            key={refund.id}
            words={words(refund.status === "completed" ? "refund" : "refundSent")}
            amount={refund.amount}
            when={at(refund.completed_at ?? refund.created_at)}
            isLess
          />
        ))}
      <Sum words={words("owed")} amount={owedOf(order)} isStrong />
    </dl>
  );
}

const bothOf = (one: Words, other: Words): Words => ({
  en: (
    <>
      {one.en} · {other.en}
    </>
  ),
  ur: (
    <>
      {one.ur} · {other.ur}
    </>
  ),
});

type SumProps = {
  words: Words;
  amount: string;
  when?: Words;
  reference?: string;
  isStrong?: boolean;
  isLess?: boolean;
  children?: ReactNode;
};

/** English at the start, Urdu at the end, the amount between them. */
function Sum({ words, amount, when, reference, isStrong = false, isLess = false, children }: SumProps) {
  return (
    <div
      className={`grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-baseline gap-x-4 ${isStrong ? "border-t border-edge pt-1.5 font-bold" : ""}`}
    >
      <dt className="contents">
        <Label lang="en" words={words.en} when={when?.en} />
        <Label lang="ur" words={words.ur} when={when?.ur} />
      </dt>
      <dd className="col-start-2 row-start-1 text-center">
        {children || (
          <>
            {isLess && "− "}
            <Money amount={amount} />
          </>
        )}
      </dd>
      {reference && (
        <dd className="figures col-span-3 text-center text-[0.85em] break-all text-ink-soft">{reference}</dd>
      )}
    </div>
  );
}

function Label({ lang, words, when }: { lang: "en" | "ur"; words: ReactNode; when: ReactNode }) {
  return (
    <span
      lang={lang}
      dir={lang === "ur" ? "rtl" : "ltr"}
      className={`row-start-1 text-start ${lang === "ur" ? "col-start-3" : "col-start-1"}`}
    >
      {words}
      {when && <span className="block text-[0.85em] font-normal text-ink-soft">{when}</span>}
    </span>
  );
}
