import type { MetadataRoute } from "next";
import { routing } from "@/i18n/routing";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

const PRIVATE = [
  "/cart",
  "/checkout",
  "/orders",
  "/payments",
  "/account",
  "/sign-",
  "/forgot-password",
  "/reset-password",
  "/admin",
];

/** What is somebody's own is not for search engines; everything else is. */
export default function robots(): MetadataRoute.Robots {
  const disallow = routing.locales.flatMap((locale) =>
    PRIVATE.map((path) => (locale === routing.defaultLocale ? path : `/${locale}${path}`)),
  );
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", ...disallow] },
    sitemap: new URL("/sitemap.xml", env().siteUrl).href,
  };
}
