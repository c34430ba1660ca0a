import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { AccountPage } from "@/components/users/account-page";
import { PasswordLinkForm } from "@/components/users/password-link-form";
import { Link } from "@/i18n/navigation";
import { privateMetadata } from "@/lib/http/page-metadata";
import { resetPasswordAction } from "@/lib/users/actions";
import { loadResetLink } from "@/lib/users/loaders";

type ResetPasswordPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("auth"))("reset.title"));
}

export default async function ResetPasswordPage({ searchParams }: ResetPasswordPageProps) {
  const { token, saved } = await searchParams;
  const usable = saved === undefined ? await loadResetLink(token) : null;
  const t = await getTranslations("auth");
  const next = (path: "/sign-in" | "/forgot-password", words: string) => (
    <Link href={path} className={buttonClass({ size: "large", wide: true })}>
      {words}
    </Link>
  );
  return (
    <AccountPage title={t("reset.title")} text={t("reset.text")} below={null}>
      {saved !== undefined ? (
        <>
          <Notice tone="good" role="status">
            <p>{t("reset.saved")}</p>
          </Notice>
          {next("/sign-in", t("reset.signIn"))}
        </>
      ) : usable === null ? (
        <>
          <Notice tone="wait" role="alert">
            <p>{t("reset.invalid")}</p>
          </Notice>
          {next("/forgot-password", t("reset.ask"))}
        </>
      ) : (
        <PasswordLinkForm kind="reset" action={resetPasswordAction} token={usable} />
      )}
    </AccountPage>
  );
}
