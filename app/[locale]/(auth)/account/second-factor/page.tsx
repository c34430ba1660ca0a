import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/client-words";
import { Notice } from "@/components/ui/notice";
import { AccountPage } from "@/components/users/account-page";
import { SecondFactor } from "@/components/users/second-factor";
import { Link } from "@/i18n/navigation";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadSecondFactor } from "@/lib/users/loaders";

type SecondFactorPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("secondFactor"))("title"));
}

export default async function SecondFactorPage({ searchParams }: SecondFactorPageProps) {
  const { standing, isRequired } = await loadSecondFactor();
  const [t, { why, done }] = await Promise.all([getTranslations("secondFactor"), searchParams]);
  const isLedHere = isRequired || why === "required";
  return (
    <ClientWords rooms={["secondFactor", "auth", "problems"]}>
      <AccountPage
        title={t("title")}
        text={t("text")}
        below={
          <Link href="/account" prefetch={false} className="link">
            {t("toAccount")}
          </Link>
        }
      >
        {isRequired && (
          <Notice tone="wait" role="status">
            <p>{t("required")}</p>
          </Notice>
        )}
        {done === "off" && standing.kind === "off" && (
          <Notice tone="good" role="status">
            <p>{t("isOff")}</p>
          </Notice>
        )}
        <SecondFactor standing={standing} isRequired={isLedHere} />
      </AccountPage>
    </ClientWords>
  );
}
