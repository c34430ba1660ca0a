import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountPage } from "@/components/users/account-page";
import { SignOutButton } from "@/components/users/sign-out-button";
import { Link } from "@/i18n/navigation";
import { loadAccount } from "@/lib/users/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("account.title"), robots: { index: false } };
}

export default async function OwnAccountPage() {
  const { name, email } = await loadAccount();
  const t = await getTranslations("auth");
  const lines = [
    [t("name"), name],
    [t("email"), email],
  ];

  return (
    <AccountPage
      title={t("account.title")}
      text={t("account.text")}
      below={
        <Link href="/orders" className="font-medium text-cobalt underline">
          {t("account.orders")}
        </Link>
      }
    >
      <dl className="grid gap-3">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt className="text-[0.9375rem] text-ink-soft">{label}</dt>
            <dd className="font-medium">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <SignOutButton />
    </AccountPage>
  );
}
