import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { PagesOf } from "@/components/admin/pages-of";
import { ExpireNow } from "@/components/cart/expire-now";
import { HeldCarts } from "@/components/cart/held-carts";
import { ClientWords } from "@/components/client-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Select } from "@/components/ui/field";
import { Money } from "@/components/ui/money";
import { getPathname } from "@/i18n/navigation";
import { loadHeldCarts } from "@/lib/cart/loaders";
import { CART_STATES } from "@/lib/cart/model";
import type { Address } from "@/lib/http/address-filters";
import { privateMetadata } from "@/lib/http/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("adminCarts"))("title"));
}

export default async function CartsPage({ searchParams }: { searchParams: Promise<Address> }) {
  const found = await loadHeldCarts(await searchParams);
  if (!found) return <NotFoundPage />;
  const { rows, count, held, state, pages, isAdmin, now } = found;
  const [t, admin, locale] = await Promise.all([getTranslations("adminCarts"), getTranslations("admin"), getLocale()]);
  return (
    <div className="grid gap-4">
      <h1>{t("title")}</h1>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Card>
          <Facts
            facts={[
              [t("live"), held.live],
              [t("value"), <Money key="value" amount={held.value} />],
              [t("expiring"), held.expiring],
              [t("due"), held.due],
            ]}
          />
        </Card>
        <Card>
          <ClientWords rooms={["adminCarts", "problems"]}>
            <ExpireNow due={held.due} />
          </ClientWords>
        </Card>
      </div>
      <form action={getPathname({ href: "/admin/carts", locale })} className="flex flex-wrap items-end gap-3">
        <Select name="state" label={t("show")} defaultValue={state}>
          {CART_STATES.map((each) => (
            <option key={each} value={each}>
              {t(`states.${each}`)}
            </option>
          ))}
        </Select>
        <Button kind="quiet">{admin("filter")}</Button>
      </form>
      <p role="status" className="text-ink-soft">
        {admin("count", { count })}
      </p>
      <HeldCarts carts={rows} isAdmin={isAdmin} now={now} />
      <PagesOf pages={pages} />
    </div>
  );
}
