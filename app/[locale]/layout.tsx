import type { Metadata, Viewport } from "next";
import { hasLocale } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ClientWords } from "@/components/client-words";
import { QueryProvider } from "@/components/query-provider";
import { UrduFont } from "@/app/[locale]/urdu-font";
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

const shownTheme = async () => readTheme((await cookies()).get(THEME_COOKIE)?.value);

/** The colour of the browser's own bars: the header's, by the system or by the visitor's choice. */
export async function generateViewport(): Promise<Viewport> {
  const theme = await shownTheme();
  const colours = { light: "#fffefd", dark: "#191f2b" };
  if (theme !== "system") return { themeColor: colours[theme] };
  return {
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: colours.light },
      { media: "(prefers-color-scheme: dark)", color: colours.dark },
    ],
  };
}

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("shop"), getLocale()]);
  return {
    metadataBase: new URL(env().siteUrl),
    title: { default: t("name"), template: t("titleTemplate", { title: "%s" }) },
    description: t("description"),
    applicationName: t("name"),
    manifest: locale === routing.defaultLocale ? "/manifest.webmanifest" : `/manifest.webmanifest?lang=${locale}`,
    appleWebApp: { title: t("name") },
    formatDetection: { telephone: false, address: false, email: false },
  };
}

type RootLayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

export default async function RootLayout({ children, params }: RootLayoutProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const theme = await shownTheme();
  const t = await getTranslations("shell");

  return (
    <html
      lang={locale}
      dir={DIRECTION[locale]}
      className={latin.variable}
      data-theme={theme === "system" ? undefined : theme}
    >
      <body className="flex min-h-dvh flex-col">
        {locale === "ur" && <UrduFont />}
        <a
          href="#main"
          className="absolute start-4 top-2 z-50 -translate-y-24 rounded-soft bg-cobalt px-4 py-2 text-on-cobalt focus:translate-y-0"
        >
          {t("skip")}
        </a>
        <QueryProvider>
          <ClientWords rooms={["shell", "refused"]}>{children}</ClientWords>
        </QueryProvider>
      </body>
    </html>
  );
}
