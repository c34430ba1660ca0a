import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PostOnArrival } from "@/components/payments/post-on-arrival";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadHostedForm } from "@/lib/payments/loaders";

const FORM_ID = "to-jazzcash";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("pay"))("title"));
}

export default async function GoingToJazzCashPage({ params }: { params: Promise<{ transaction_id: string }> }) {
  const { transaction_id } = await params;
  const [t, form] = await Promise.all([getTranslations("pay"), loadHostedForm(transaction_id)]);
  if (!form) return <NotFoundPage />;
  return (
    <div className="mx-auto grid w-full max-w-xl gap-5">
      <header className="grid gap-2 text-center">
        <h1>{t("title")}</h1>
        <p className="text-ink-soft">{t("text")}</p>
      </header>
      <Card>
        <Facts
          facts={[
            [t("amount"), <Money key="amount" amount={form.amount} className="text-xl font-bold" />],
            [
              t("order"),
              <bdi key="order" className="figures">
                {form.orderNumber}
              </bdi>,
            ],
            [
              t("reference"),
              <bdi key="reference" className="figures">
                {transaction_id}
              </bdi>,
            ],
          ]}
        />
      </Card>
      <form id={FORM_ID} action={form.url} method="post">
        {Object.entries(form.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button size="large" wide>
          {t("continue")}
        </Button>
      </form>
      <PostOnArrival formId={FORM_ID} />
      <Notice tone="calm">
        <p>{t("safe")}</p>
      </Notice>
    </div>
  );
}
