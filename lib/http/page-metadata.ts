import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { getPathname } from "@/i18n/navigation";
import { routing } from "@/i18n/routing";
import { SHARE_PICTURE } from "@/lib/catalog/model";
import { env } from "@/lib/env";

type Words = { title?: string; description?: string };

/** Where a page stands in each language, whole; `x-default` is for whoever reads neither. */
export function languageAddresses(path: string) {
  const at = (locale: (typeof routing.locales)[number]) =>
    new URL(getPathname({ href: path, locale }), env().siteUrl).href;
  return { en: at("en"), ur: at("ur"), "x-default": at("en") };
}

/** What search engines and those who share it are told of a public page: its words, picture and one address. */
export async function publicMetadata(path: string, words: Words, picture = "shop.png"): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("shop")]);
  const languages = languageAddresses(path);
  const canonical = languages[locale];
  const title = words.title ?? t("name");
  const images = [{ url: `/share/${locale}/${picture}`, ...SHARE_PICTURE, alt: title, type: "image/png" }];
  return {
    ...words,
    alternates: { canonical, languages },
    openGraph: {
      ...words,
      title,
      url: canonical,
      siteName: t("name"),
      type: "website",
      locale: `${locale}_PK`,
      images,
    },
    twitter: { ...words, title, card: "summary_large_image", images },
  };
}

/** A page of somebody's own, which no search engine shall show. */
export const privateMetadata = (title: string): Metadata => ({ title, robots: { index: false, follow: false } });

/** The same for a page that says there is nothing here. */
export const notFoundMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations("notFound"))("title"));
