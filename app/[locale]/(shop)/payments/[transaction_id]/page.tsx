import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/client-words";
import { resultOf } from "@/components/payments/result-of";
import { ResultView } from "@/components/payments/result-view";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadPaymentResult } from "@/lib/payments/loaders";

type ResultPageProps = { params: Promise<{ transaction_id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("payment"))("page"));
}

export default async function ResultPage({ params }: ResultPageProps) {
  const known = await loadPaymentResult((await params).transaction_id);
  if (!known) return <NotFoundPage />;
  const result = resultOf(known.payment, {
    order: known.order,
    hasVoucher: known.voucher_number !== null,
    isOwedBack: known.is_owed_back,
  });
  return (
    <ClientWords rooms={["payment", "checkout", "fields", "problems"]}>
      {result.isMoving && (
        <noscript>
          <meta httpEquiv="refresh" content="10" />
        </noscript>
      )}
      <ResultView {...known} result={result} />
    </ClientWords>
  );
}
