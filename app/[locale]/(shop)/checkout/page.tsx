import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CheckoutForm } from "@/components/checkout/checkout-form";
import { Totals } from "@/components/checkout/totals";
import { ClientWords } from "@/components/client-words";
import { Money } from "@/components/ui/money";
import { Link } from "@/i18n/navigation";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadCheckout } from "@/lib/orders/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("checkout"))("title"));
}

export default async function CheckoutPage() {
  const [t, { cart, quote, known }] = await Promise.all([getTranslations("checkout"), loadCheckout()]);
  const summary = (
    <>
      <ul className="grid gap-2 text-[0.9375rem]">
        {cart.items.map((item) => (
          <li key={item.id} className="flex items-baseline justify-between gap-4">
            <span>
              {item.quantity} × {item.product_name}
            </span>
            <Money amount={item.subtotal} />
          </li>
        ))}
      </ul>
      <Link href="/cart#lines" prefetch={false} className="link justify-self-start text-[0.9375rem]">
        {t("edit")}
      </Link>
      <Totals totals={quote} />
    </>
  );
  return (
    <div className="grid gap-6">
      <h1>{t("title")}</h1>
      <ClientWords rooms={["checkout", "fields", "problems"]}>
        <CheckoutForm known={known} total={quote.total_amount} summary={summary} />
      </ClientWords>
    </div>
  );
}
