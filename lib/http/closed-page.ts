import words from "@/messages/en.json";

const STYLE = "font:1.0625rem/1.6 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem";

/** What a visitor sees while the shop's records cannot be reached: plain HTML, since nothing else can be had. */
export const closedPage = (): Response =>
  new Response(
    `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.closed.title}</title></head><body style="${STYLE}"><a href="#main">${words.shell.skip}</a><main id="main"><h1>${words.closed.title}</h1><p>${words.closed.text}</p><p><a href="">${words.closed.again}</a> · <a href="/cart">${words.closed.cart}</a></p></main></body></html>`,
    {
      status: 503,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "retry-after": "5",
        "content-security-policy":
          "default-src 'none'; style-src 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
      },
    },
  );
