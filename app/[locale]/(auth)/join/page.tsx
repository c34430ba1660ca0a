import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/client-words";
import { JoinForm } from "@/components/people/join-form";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { AccountPage } from "@/components/users/account-page";
import { Link } from "@/i18n/navigation";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadInvitation } from "@/lib/people/loaders";

type JoinPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("join"))("title"));
}

export default async function JoinPage({ searchParams }: JoinPageProps) {
  const invitation = await loadInvitation((await searchParams).token);
  const t = await getTranslations("join");
  if (!invitation) {
    return (
      <AccountPage title={t("invalidTitle")} text={null} below={null}>
        <Notice tone="wait" role="alert">
          <p>{t("invalid")}</p>
        </Notice>
        <Link href="/sign-in" prefetch={false} className={buttonClass({ size: "large", wide: true })}>
          {t("signIn")}
        </Link>
      </AccountPage>
    );
  }
  const { token, email, role, isKnown } = invitation;
  return (
    <AccountPage
      title={t("title")}
      text={t.rich("text", { role, email: () => <bdi className="break-all">{email}</bdi> })}
      below={null}
    >
      <ClientWords rooms={["join", "auth"]}>
        <JoinForm token={token} email={email} isKnown={isKnown} />
      </ClientWords>
    </AccountPage>
  );
}
