import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AddressLines } from "@/components/addresses/address-lines";
import { CheckoutForm } from "@/components/checkout/checkout-form";
import { OrderLines } from "@/components/checkout/order-lines";
import { ClientWords } from "@/components/client-words";
import { listCities, PROVINCE_SLUGS, provinceName } from "@/lib/addresses/model";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadCheckout } from "@/lib/orders/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("checkout"))("title"));
}

export default async function CheckoutPage() {
  const [t, locale, checkout] = await Promise.all([getTranslations("checkout"), getLocale(), loadCheckout()]);
  const { cart, addresses, ...form } = checkout;
  return (
    <div className="grid gap-6">
      <h1>{t("title")}</h1>
      <ClientWords rooms={["checkout", "fields", "problems", "totals"]}>
        <CheckoutForm
          {...form}
          places={{
            provinces: PROVINCE_SLUGS.map((slug) => ({ slug, name: provinceName(slug, locale) })),
            cities: listCities(locale),
          }}
          saved={addresses.map((address) => ({
            id: address.id,
            city: address.city,
            lines: <AddressLines {...address} />,
          }))}
          lines={<OrderLines items={cart.items} />}
        />
      </ClientWords>
    </div>
  );
}
