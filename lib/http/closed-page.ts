import { DIRECTION, namesLanguage } from "@/i18n/routing";
import english from "@/messages/en.json";
import urdu from "@/messages/ur.json";

const STYLE =
  "html{color-scheme:light dark}body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem}:lang(ur){line-height:2.2}a{display:inline-block;padding-block:.6rem}";

/** What a visitor sees while the shop's records cannot be reached: plain HTML, since nothing else can be had. */
export function closedPage(path: string): Response {
  const locale = namesLanguage(path) && !path.startsWith("/en") ? "ur" : "en";
  const { closed, shell, shop } = locale === "ur" ? urdu : english;
  const prefix = locale === "ur" ? "/ur" : "";
  return new Response(
    `<!doctype html><html lang="${locale}" dir="${DIRECTION[locale]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${closed.title} · ${shop.name}</title><style>${STYLE}</style></head><body><a href="#main">${shell.skip}</a><main id="main"><h1>${closed.title}</h1><p>${closed.text}</p><p><a href="">${closed.again}</a> · <a href="${prefix}/cart">${closed.cart}</a></p></main></body></html>`,
    {
      status: 503,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-language": locale,
        "cache-control": "no-store",
        "retry-after": "5",
        "content-security-policy":
          "default-src 'none'; style-src 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
      },
    },
  );
}
