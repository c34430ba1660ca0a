import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AccountForm } from "@/components/users/account-form";
import { AccountPage } from "@/components/users/account-page";
import { Link } from "@/i18n/navigation";
import { loadUserContext } from "@/lib/http/load-user-context";
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
  const { next: asked, error } = await searchParams;
  const next = sameSitePath(asked);
  if (await loadUserContext()) redirect(next);
  const t = await getTranslations("auth");
  const refused = error === undefined ? undefined : error === "CredentialsSignin" ? "not_signed_in" : "internal_error";

  return (
    <AccountPage
      title={t("signIn.title")}
      text={t("signIn.text")}
      below={t.rich("signIn.other", {
        link: (words) => (
          <Link href={{ pathname: "/sign-up", query: { next } }} className="font-medium text-cobalt underline">
            {words}
          </Link>
        ),
      })}
    >
      <AccountForm kind="signIn" action={signInAction} next={next} refused={refused} />
    </AccountPage>
  );
}
