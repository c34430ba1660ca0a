import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { DIRECTION, routing } from "@/i18n/routing";

const icon = (file: string, size: number, purpose: "any" | "maskable") => ({
  src: `/icons/${file}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

/** How the shop looks on a home screen; `?lang=ur` for Urdu. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("lang");
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const t = await getTranslations({ locale, namespace: "shop" });
  const home = locale === routing.defaultLocale ? "/" : `/${locale}`;
  const manifest = {
    id: home,
    name: t("name"),
    short_name: t("name"),
    description: t("description"),
    lang: locale,
    dir: DIRECTION[locale],
    start_url: home,
    scope: "/",
    display: "standalone",
    background_color: "#f9f6f1",
    theme_color: "#fffefd",
    icons: [icon("icon-192", 192, "any"), icon("icon-512", 512, "any"), icon("maskable-512", 512, "maskable")],
  };
  return Response.json(manifest, {
    headers: { "content-type": "application/manifest+json", "cache-control": "public, max-age=3600" },
  });
}
