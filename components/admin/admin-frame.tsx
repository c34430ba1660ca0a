import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AdminKeys } from "@/components/admin/admin-keys";
import { AdminLink } from "@/components/admin/admin-link";
import { ADMIN_PLACES } from "@/components/admin/admin-places";
import { CartLink } from "@/components/shell/cart-link";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Link } from "@/i18n/navigation";
import type { Theme } from "@/lib/theme/model";

type AdminFrameProps = { isAdmin: boolean; quantity: number; theme: Theme; children: ReactNode };

/** What stands around every page of the back office: what staff may not do, they are not shown. */
export async function AdminFrame({ isAdmin, quantity, theme, children }: AdminFrameProps) {
  const [t, shop] = await Promise.all([getTranslations("admin"), getTranslations("shop")]);
  const places = ADMIN_PLACES.filter((place) => isAdmin || !place.isForAdmins);
  return (
    <>
      <header className="border-b border-line bg-raised print:hidden">
        <div className="mx-auto flex w-full max-w-[100rem] flex-wrap items-center gap-x-4 px-4">
          <Link href="/admin" prefetch={false} className="inline-flex min-h-11 items-center gap-2 font-bold">
            <img src="/icon.svg" alt="" width={24} height={24} />
            {shop("name")} · {t("title")}
          </Link>
          <div className="ms-auto flex items-center gap-2">
            <Link href="/" prefetch={false} className="link inline-flex min-h-11 items-center text-[0.9375rem]">
              {t("toShop")}
            </Link>
            <LanguageSwitch />
            <CartLink quantity={quantity} isSignedIn />
          </div>
        </div>
        <nav aria-label={t("navigation")} className="mx-auto w-full max-w-[100rem] overflow-x-auto px-2">
          <ul className="flex">
            {places.map(({ name, href }) => (
              <li key={name}>
                <AdminLink href={href}>{t(`nav.${name}`)}</AdminLink>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[100rem] flex-1 px-4 py-5 outline-none">
        {children}
      </main>
      <footer className="border-t border-line text-sm text-ink-soft print:hidden">
        <div className="mx-auto flex w-full max-w-[100rem] flex-wrap items-center justify-between gap-4 px-4 py-3">
          <p className="max-sm:hidden">{t("keys")}</p>
          <ThemeSwitch theme={theme} />
        </div>
      </footer>
      <AdminKeys />
    </>
  );
}
