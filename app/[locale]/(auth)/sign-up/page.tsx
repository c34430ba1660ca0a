import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/users/account-form";
import { AccountPage } from "@/components/users/account-page";
import { Link } from "@/i18n/navigation";
import { loadAccountContext } from "@/lib/http/load-user-context";
import { redirectTo } from "@/lib/http/redirect-to";
import { sameSitePath } from "@/lib/http/same-site-path";
import { signUpAction } from "@/lib/users/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signUp.title"), robots: { index: false } };
}

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const next = sameSitePath((await searchParams).next);
  if (await loadAccountContext()) await redirectTo(next);
  const t = await getTranslations("auth");

  return (
    <AccountPage
      title={t("signUp.title")}
      text={t("signUp.text")}
      below={t.rich("signUp.other", {
        link: (words) => (
          <Link href={{ pathname: "/sign-in", query: { next } }} className="font-medium text-cobalt underline">
            {words}
          </Link>
        ),
      })}
    >
      <AccountForm kind="signUp" action={signUpAction} next={next} />
    </AccountPage>
  );
}
