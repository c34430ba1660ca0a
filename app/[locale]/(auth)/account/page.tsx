import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AddressBook } from "@/components/addresses/address-book";
import { AddressForm } from "@/components/addresses/address-form";
import { ClientWords } from "@/components/client-words";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { DeleteForm } from "@/components/users/delete-form";
import { DetailsForm } from "@/components/users/details-form";
import { PasswordForm } from "@/components/users/password-form";
import { SessionList } from "@/components/users/session-list";
import { SignOutButton } from "@/components/users/sign-out-button";
import { Link } from "@/i18n/navigation";
import { listCities, PROVINCE_SLUGS, provinceName } from "@/lib/addresses/model";
import { loadAddresses } from "@/lib/addresses/loaders";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadAccount } from "@/lib/users/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("account"))("title"));
}

type AccountPageProps = { searchParams: Promise<{ address?: string | string[]; done?: string | string[] }> };

const NOWHERE = { name: "", phone: "", province: "", city: "", area: "", address: "" };

export default async function OwnAccountPage({ searchParams }: AccountPageProps) {
  const { name, email, phone, isStaff, sessions, now } = await loadAccount();
  const [t, locale, addresses, { address: asked, done }] = await Promise.all([
    getTranslations("account"),
    getLocale(),
    loadAddresses(),
    searchParams,
  ]);
  const chosen = addresses.find((address) => String(address.id) === asked);
  return (
    <ClientWords rooms={["account", "auth", "fields", "problems", "addresses", "checkout"]}>
      <div className="mx-auto grid w-full max-w-2xl gap-5">
        <header className="grid gap-2">
          <h1>{t("title")}</h1>
          <p className="text-ink-soft">
            {t.rich("signedInAs", { email: () => <bdi className="break-all">{email}</bdi> })}
          </p>
        </header>
        {done === "role" && (
          <Notice tone="good" role="status">
            <p>{t(isStaff ? "nowStaff" : "nowCustomer")}</p>
          </Notice>
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          <Link href="/orders" prefetch={false} className={buttonClass({ kind: "quiet", wide: true })}>
            {t("orders")}
          </Link>
          <SignOutButton />
        </div>
        <Card title={t("details")}>
          <DetailsForm name={name} phone={phone} />
        </Card>
        <div id="addresses" className="grid gap-5">
          <AddressBook addresses={addresses} />
          {(chosen || asked === "new") && (
            <div id="address" className="grid">
              <AddressForm
                key={String(asked)}
                id={chosen?.id ?? null}
                known={chosen ?? { ...NOWHERE, name, phone }}
                places={{
                  provinces: PROVINCE_SLUGS.map((slug) => ({ slug, name: provinceName(slug, locale) })),
                  cities: listCities(locale).map((city) => city.name),
                }}
              />
            </div>
          )}
        </div>
        <Card title={t("passwordTitle")}>
          <p className="text-ink-soft">{t("passwordText")}</p>
          <PasswordForm email={email} />
        </Card>
        <Card title={t("secondFactor")}>
          <p className="text-ink-soft">{t("secondFactorText")}</p>
          <Link
            href="/account/second-factor"
            prefetch={false}
            className={`${buttonClass({ kind: "quiet" })} justify-self-start`}
          >
            {t("secondFactor")}
          </Link>
        </Card>
        <div id="sessions" className="grid">
          <Card title={t("sessions")}>
            <SessionList sessions={sessions} now={now} />
          </Card>
        </div>
        <Card>{isStaff ? <p>{t("staff")}</p> : <DeleteForm email={email} />}</Card>
      </div>
    </ClientWords>
  );
}
