import type { Metadata } from "next";
import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ClientWords } from "@/components/client-words";
import { QueryProvider } from "@/components/query-provider";
import { DIRECTION, routing } from "@/i18n/routing";
import { env } from "@/lib/env";
import { readTheme, THEME_COOKIE } from "@/lib/theme/model";
import "../globals.css";

const latin = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  display: "swap",
  variable: "--font-latin",
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop");
  return {
    metadataBase: new URL(env().siteUrl),
    title: { default: t("name"), template: t("titleTemplate", { title: "%s" }) },
    description: t("description"),
    applicationName: t("name"),
    formatDetection: { telephone: false, address: false, email: false },
  };
}

type RootLayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

export default async function RootLayout({ children, params }: RootLayoutProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const t = await getTranslations("shell");

  return (
    <html
      lang={locale}
      dir={DIRECTION[locale]}
      className={latin.variable}
      data-theme={theme === "system" ? undefined : theme}
    >
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="absolute start-4 top-2 z-50 -translate-y-24 rounded-soft bg-cobalt px-4 py-2 text-on-cobalt focus:translate-y-0"
        >
          {t("skip")}
        </a>
        <QueryProvider>
          <ClientWords rooms={["shell"]}>{children}</ClientWords>
        </QueryProvider>
      </body>
    </html>
  );
}
