import { defineRouting } from "next-intl/routing";

export const routing = defineRouting({
  locales: ["en"],
  defaultLocale: "en",
  localePrefix: "as-needed",
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
});

/** Which way each language is written. */
export const DIRECTION = { en: "ltr" } as const satisfies Record<(typeof routing.locales)[number], "ltr" | "rtl">;
