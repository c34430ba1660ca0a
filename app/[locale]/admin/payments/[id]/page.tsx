import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { ClientWords } from "@/components/client-words";
import { PaymentActions } from "@/components/payments/payment-actions";
import { PaymentFacts } from "@/components/payments/payment-facts";
import { PaymentMessages } from "@/components/payments/payment-messages";
import { PaymentMoney } from "@/components/payments/payment-money";
import { StoryLines } from "@/components/payments/story-lines";
import { RefundRequests } from "@/components/refunds/refund-requests";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadManagedPayment } from "@/lib/payments/loaders";

type PaymentPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

const DONE = ["asked", "changed", "unchanged", "refused", "refunded", "refunding", "requested", "declined"] as const;

export async function generateMetadata({ params }: Pick<PaymentPageProps, "params">): Promise<Metadata> {
  const found = await loadManagedPayment((await params).id);
  return privateMetadata(found ? found.payment.transaction_id : (await getTranslations("adminPayments"))("title"));
}

export default async function PaymentPage({ params, searchParams }: PaymentPageProps) {
  const found = await loadManagedPayment((await params).id);
  if (!found) return <NotFoundPage />;
  const { payment, story, events, people, now } = found;
  const { done } = await searchParams;
  const word = DONE.find((one) => one === done);
  const t = await getTranslations("adminPayments");
  return (
    <ClientWords rooms={["adminForms", "adminRefunds", "auth", "fields", "problems"]}>
      <div className="grid gap-4">
        <header className="grid gap-1">
          <Link href="/admin/payments" prefetch={false} className="link justify-self-start text-[0.9375rem]">
            {t("back")}
          </Link>
          <h1 className="text-[clamp(1.125rem,5vw,1.75rem)] break-words">
            {t.rich("one", { reference: () => <bdi className="figures">{payment.transaction_id}</bdi> })}
          </h1>
        </header>
        {word && (
          <Notice
            tone={word === "refused" || word === "refunding" || word === "requested" ? "wait" : "good"}
            role="status"
          >
            <p>{t(`done.${word}`)}</p>
          </Notice>
        )}
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
          <div className="grid gap-4">
            <Card title={t("facts")}>
              <PaymentFacts payment={payment} left={found.left} now={now} />
            </Card>
            <RefundRequests {...found} />
            <PaymentActions {...found} />
            <PaymentMoney {...found} people={people} />
          </div>
          <Card title={t("story")}>
            <StoryLines lines={story} now={now} />
          </Card>
        </div>
        <section className="grid gap-2">
          <h2 className="text-lg">{t("events")}</h2>
          <p className="text-[0.9375rem] text-ink-soft">{t("eventsText")}</p>
          <PaymentMessages paymentId={payment.id} events={events} now={now} />
        </section>
      </div>
    </ClientWords>
  );
}
