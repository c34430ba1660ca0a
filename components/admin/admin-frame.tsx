import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AdminKeys } from "@/components/admin/admin-keys";
import { AdminNav } from "@/components/admin/admin-nav";
import { ADMIN_PLACES } from "@/components/admin/admin-places";
import { ExportRefused } from "@/components/admin/export-refused";
import { SignOut } from "@/components/admin/sign-out";
import { TidyAddresses } from "@/components/admin/tidy-addresses";
import { ClientWords } from "@/components/client-words";
import { CartLink } from "@/components/shell/cart-link";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Link } from "@/i18n/navigation";
import type { Theme } from "@/lib/theme/model";

type AdminFrameProps = {
  isAdmin: boolean;
  head: { name: string; email: string; questions: number };
  quantity: number;
  theme: Theme;
  children: ReactNode;
};

/** What stands around every page of the back office: what staff may not do, they are not shown. */
export async function AdminFrame({ isAdmin, head, quantity, theme, children }: AdminFrameProps) {
  const [t, shop, auth] = await Promise.all([
    getTranslations("admin"),
    getTranslations("shop"),
    getTranslations("auth"),
  ]);
  const places = ADMIN_PLACES.filter((place) => isAdmin || !place.isForAdmins).map(({ name, href }) => ({
    href,
    words: (
      <>
        {t(`nav.${name}`)}
        {name === "review" && <Questions count={head.questions} words={t("questions", { count: head.questions })} />}
      </>
    ),
  }));
  return (
    <>
      <header className="border-b border-line bg-raised print:hidden">
        <div className="mx-auto flex w-full max-w-[100rem] flex-wrap items-center gap-x-4 px-4">
          <Link href="/admin" prefetch={false} className="inline-flex min-h-11 items-center gap-2 font-bold">
            <img src="/icon.svg" alt="" width={24} height={24} />
            {shop("name")} · {t("title")}
          </Link>
          <span className="ms-auto max-w-40 truncate text-[0.9375rem] text-ink-soft" title={head.email}>
            <bdi>{head.name || head.email}</bdi>
          </span>
          <div className="flex flex-wrap items-center gap-x-3 text-[0.9375rem] max-sm:w-full max-sm:justify-between">
            <Link href="/account" prefetch={false} className="link inline-flex min-h-11 items-center">
              {t("account")}
            </Link>
            <SignOut label={auth("signOut")} failed={auth("problems.other")} />
            <Link href="/" prefetch={false} className="link inline-flex min-h-11 items-center">
              {t("toShop")}
            </Link>
            <LanguageSwitch />
            <CartLink quantity={quantity} isSignedIn isQuiet />
          </div>
        </div>
        <AdminNav label={t("navigation")} places={places} />
      </header>
      <main id="main" data-desk tabIndex={-1} className="mx-auto w-full max-w-[100rem] flex-1 px-4 py-5 outline-none">
        <ClientWords rooms={["adminExports"]}>
          <ExportRefused />
        </ClientWords>
        {children}
      </main>
      <footer className="border-t border-line text-sm text-ink-soft print:hidden">
        <div className="mx-auto flex w-full max-w-[100rem] flex-wrap items-center justify-between gap-4 px-4 py-3">
          <p className="max-sm:hidden">{t("keys")}</p>
          <ThemeSwitch theme={theme} />
        </div>
      </footer>
      <AdminKeys />
      <TidyAddresses />
    </>
  );
}

function Questions({ count, words }: { count: number; words: string }) {
  if (count === 0) return null;
  return (
    <>
      <span aria-hidden="true" className="figures rounded-full bg-wait/15 px-1.5 text-sm font-semibold text-wait">
        {count < 100 ? count : "99+"}
      </span>
      <span className="sr-only">{words}</span>
    </>
  );
}
