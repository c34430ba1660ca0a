import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { AccountPage } from "@/components/users/account-page";
import { PasswordLinkForm } from "@/components/users/password-link-form";
import { Link } from "@/i18n/navigation";
import { privateMetadata } from "@/lib/http/page-metadata";
import { requestResetAction } from "@/lib/users/actions";
import { loadForgotPassword } from "@/lib/users/loaders";

type ForgotPasswordPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("auth"))("forgot.title"));
}

export default async function ForgotPasswordPage({ searchParams }: ForgotPasswordPageProps) {
  const isSent = (await searchParams).sent !== undefined;
  const { canWrite } = await loadForgotPassword();
  const t = await getTranslations("auth");
  return (
    <AccountPage
      title={t("forgot.title")}
      text={t("forgot.text")}
      below={t.rich("forgot.back", {
        link: (words) => (
          <Link href="/sign-in" className="font-medium text-cobalt underline">
            {words}
          </Link>
        ),
      })}
    >
      {!canWrite ? (
        <Notice tone="wait" role="status">
          <p>{t("forgot.cannot")}</p>
        </Notice>
      ) : isSent ? (
        <>
          <Notice tone="good" role="status">
            <p>{t("forgot.sent")}</p>
            <p>{t("forgot.sentNext")}</p>
          </Notice>
          <Link href="/forgot-password" className="font-medium text-cobalt underline">
            {t("forgot.again")}
          </Link>
        </>
      ) : (
        <PasswordLinkForm kind="forgot" action={requestResetAction} />
      )}
    </AccountPage>
  );
}
