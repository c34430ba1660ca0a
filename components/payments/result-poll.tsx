"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useClock } from "@/components/ui/use-clock";
import { useRouter } from "@/i18n/navigation";
import type { PaymentState } from "@/lib/payments/model";
import type { PaymentView } from "@/lib/payments/schemas";

const WAITS_MS = [2_000, 5_000, 10_000, 30_000];

const ON_PHONE_MS = 2_000;

const waitAfter = (asked: number): number => WAITS_MS[Math.min(asked, WAITS_MS.length - 1)] ?? 30_000;

/** What the shop knows already: while the payer's phone asks, the wallet's own answer comes first. */
async function readStatus(paymentId: number): Promise<PaymentState> {
  const response = await fetch(`/api/cart/payments/${paymentId}/`);
  if (!response.ok) throw new Error(`the payment answered ${response.status}`);
  return ((await response.json()) as PaymentView).status;
}

async function askForStatus(transactionId: string): Promise<PaymentState> {
  const response = await fetch("/api/cart/payments/verify/", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ transaction_id: transactionId }),
  });
  if (!response.ok) throw new Error(`verify answered ${response.status}`);
  const { payment }: { payment: PaymentView } = await response.json();
  return payment.status;
}

type ResultPollProps = {
  payment: Pick<PaymentView, "id" | "transaction_id" | "status">;
  isOwner: boolean;
  walletUntil: string | null;
  startsAt: string;
};

/** Asks again by itself, less and less often. The owner's asking reaches JazzCash, others read what is known. */
export function ResultPoll({ payment, isOwner, walletUntil, startsAt }: ResultPollProps) {
  const { id, transaction_id, status } = payment;
  const t = useTranslations("payment");
  const format = useFormatter();
  const router = useRouter();
  const now = useClock(startsAt, 1_000);

  const startedAt = Date.parse(startsAt);
  const [asked, setAsked] = useState(0);
  const isOnPhone = isOwner && walletUntil !== null && Date.parse(walletUntil) > now;
  const wait = isOnPhone ? ON_PHONE_MS : waitAfter(asked);

  const { dataUpdatedAt, errorUpdatedAt, isError, isFetching } = useQuery({
    queryKey: ["payment", transaction_id, status],
    queryFn: async () => {
      if (!isOnPhone) setAsked(asked + 1);
      const heard = isOnPhone ? await readStatus(id) : isOwner ? await askForStatus(transaction_id) : null;
      if (heard !== status) router.refresh();
      return heard;
    },
    initialData: status,
    initialDataUpdatedAt: startedAt,
    refetchOnMount: false,
    refetchInterval: wait,
    retry: false,
  });

  const askedAt = Math.max(dataUpdatedAt, errorUpdatedAt);
  const seconds = Math.max(1, Math.ceil((askedAt + wait - now) / 1000));
  return (
    <p className="scripted text-center text-[0.9375rem] text-ink-soft">
      {isError && <>{t("cannotAsk")} </>}
      {askedAt > startedAt && (
        <>{t("lastAsked", { time: format.dateTime(askedAt, { timeStyle: "medium" }).toLowerCase() })} </>
      )}
      {isFetching ? t("asking") : t("asksNext", { seconds })}
    </p>
  );
}
