"use client";

import { useLocale, useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { getPathname, usePathname } from "@/i18n/navigation";

/** The same page, asked the same thing, in the other language. Not a `Link`: language and direction are the document's. */
export function LanguageSwitch() {
  const t = useTranslations("shell.otherLanguage");
  const other = useLocale() === "en" ? "ur" : "en";
  const path = usePathname();
  const query = useSearchParams().toString();
  const href = getPathname({ href: query ? `${path}?${query}` : path, locale: other });
  return (
    <a
      href={href}
      hrefLang={other}
      lang={other}
      rel="alternate"
      className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-soft px-2 font-medium hover:text-cobalt"
    >
      <span aria-hidden="true" className="sm:hidden">
        {t("short")}
      </span>
      <span className="sr-only sm:not-sr-only">{t("name")}</span>
    </a>
  );
}
