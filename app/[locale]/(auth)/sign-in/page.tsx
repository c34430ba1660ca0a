import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { AccountForm } from "@/components/users/account-form";
import { AccountPage } from "@/components/users/account-page";
import { Link } from "@/i18n/navigation";
import { loadAccountContext } from "@/lib/http/load-user-context";
import { redirectTo } from "@/lib/http/redirect-to";
import { sameSitePath } from "@/lib/http/same-site-path";
import { signInAction } from "@/lib/users/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn.title"), robots: { index: false } };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { next: asked, error, code, left } = await searchParams;
  const next = sameSitePath(asked);
  if (await loadAccountContext()) await redirectTo(next);
  const t = await getTranslations("auth");
  const isSecondStep = typeof code === "string" && code.startsWith("second_factor_");
  const wrong = isSecondStep ? "second_factor_required" : "not_signed_in";
  const refused = error === undefined ? undefined : error === "CredentialsSignin" ? wrong : "internal_error";

  return (
    <AccountPage
      title={t("signIn.title")}
      text={t("signIn.text")}
      below={
        <>
          {t.rich("signIn.other", {
            link: (words) => (
              <Link href={{ pathname: "/sign-up", query: { next } }} className="font-medium text-cobalt underline">
                {words}
              </Link>
            ),
          })}
          <br />
          {t.rich("signIn.forgot", {
            link: (words) => (
              <Link href="/forgot-password" prefetch={false} className="font-medium text-cobalt underline">
                {words}
              </Link>
            ),
          })}
          <br />
          {t.rich("signIn.track", {
            link: (words) => (
              <Link href="/track" prefetch={false} className="font-medium text-cobalt underline">
                {words}
              </Link>
            ),
          })}
        </>
      }
    >
      {(left === "everywhere" || left === "deleted" || left === "disabled") && (
        <Notice tone="good" role="status">
          <p>{t(`left.${left}`)}</p>
        </Notice>
      )}
      <AccountForm kind="signIn" action={signInAction} next={next} refused={refused} />
    </AccountPage>
  );
}
