import { getTranslations } from "next-intl/server";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { AwaitedPayment } from "@/components/shell/awaited-payment";
import { CartLink } from "@/components/shell/cart-link";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { MergedNotice } from "@/components/shell/merged-notice";
import { OfflineNotice } from "@/components/shell/offline-notice";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Icon, type IconName } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { Link } from "@/i18n/navigation";
import { readTheme, THEME_COOKIE } from "@/lib/theme/model";
import { loadStanding } from "@/lib/users/loaders";
import { MERGED_HEADER, readMerged } from "@/lib/users/model";

function HeaderLink({ href, icon, children }: { href: string; icon: IconName; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-soft px-2 font-medium hover:text-cobalt"
    >
      <Icon name={icon} className="size-6 sm:hidden" />
      <span className="sr-only sm:not-sr-only">{children}</span>
    </Link>
  );
}

/** What stands around every page of the shop. */
export async function ShopFrame({ children }: { children: ReactNode }) {
  const [t, shop, visitor, jar] = await Promise.all([
    getTranslations("shell"),
    getTranslations("shop"),
    loadStanding(),
    cookies(),
  ]);
  const merged = readMerged((await headers()).get(MERGED_HEADER));
  const hasAccount = visitor.isSignedIn && !visitor.isGuest;
  const { awaited } = visitor;
  return (
    <>
      <header className="border-b border-line bg-raised">
        <nav
          aria-label={t("navigation")}
          className="mx-auto flex w-full max-w-6xl items-center justify-between gap-1 px-3 py-1.5 sm:gap-2 sm:px-4"
        >
          <Link
            href="/"
            prefetch={false}
            className="inline-flex min-h-11 items-center gap-1.5 text-lg font-bold sm:gap-2 sm:text-xl"
          >
            <img src="/icon.svg" alt="" width={28} height={28} />
            <span className="max-[26rem]:sr-only">{shop("name")}</span>
          </Link>
          <div className="flex items-center sm:gap-2">
            <HeaderLink href="/products" icon="grid">
              {t("products")}
            </HeaderLink>
            {visitor.isSignedIn && (
              <HeaderLink href="/orders" icon="box">
                {t("orders")}
              </HeaderLink>
            )}
            <HeaderLink href={hasAccount ? "/account" : "/sign-in"} icon="person">
              {hasAccount ? t("account") : t("signIn")}
            </HeaderLink>
            <LanguageSwitch />
            <CartLink quantity={visitor.quantity} isSignedIn={visitor.isSignedIn} />
          </div>
        </nav>
      </header>
      <OfflineNotice />
      {awaited && (
        <AwaitedPayment label={t("awaited.label")}>
          <span>{t.rich(`awaited.${awaited.stage}`, { amount: () => <Money amount={awaited.amount} /> })}</span>
          <Link
            href={`/payments/${awaited.transactionId}`}
            prefetch={false}
            className="link inline-flex min-h-11 items-center font-medium"
          >
            {t("awaited.see")}
          </Link>
        </AwaitedPayment>
      )}
      {merged && <MergedNotice merged={merged} />}
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-4 py-6 outline-none sm:py-8">
        {children}
      </main>
      <footer className="border-t border-line text-[0.9375rem] text-ink-soft">
        <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-4 px-4 py-5">
          <p>{t("footer")}</p>
          <Link href="/track" prefetch={false} className="link inline-flex min-h-11 items-center">
            {t("track")}
          </Link>
          <ThemeSwitch theme={readTheme(jar.get(THEME_COOKIE)?.value)} />
        </div>
      </footer>
    </>
  );
}
