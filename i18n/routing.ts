import { defineRouting } from "next-intl/routing";

export const routing = defineRouting({
  locales: ["en", "ur"],
  defaultLocale: "en",
  localePrefix: "as-needed",
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
});

/** Which way each language is written. */
export const DIRECTION = { en: "ltr", ur: "rtl" } as const satisfies Record<
  (typeof routing.locales)[number],
  "ltr" | "rtl"
>;

const PREFIX = new RegExp(`^/(?:${routing.locales.join("|")})(?=[/?#]|$)`);

/** Whether an address says its language itself, as `/ur/cart` does. */
export const namesLanguage = (path: string): boolean => PREFIX.test(path);
