import { gzipSync } from "node:zlib";
import { signedInCookie } from "@/scripts/signed-in-cookie";

const LIMIT_KB = 180;
const SHOP = ["/", "/products", "/products/FG001", "/cart", "/sign-in", "/payments/unknown"];
const BACK_OFFICE = [
  "/admin", // its charts come after it has loaded
  "/admin/orders",
  "/admin/payments",
  "/admin/cash",
  "/admin/settlements",
  "/admin/review",
  "/admin/products",
  "/admin/products/FG001",
  "/admin/products/new",
  "/admin/products/import",
  "/admin/products/categories",
  "/admin/carts",
  "/admin/delivery",
  "/admin/codes",
  "/admin/codes/new",
  "/admin/people",
  "/admin/audit",
  "/admin/settings",
];
/** The first of a list's rows has a page of its own. */
const LISTED = [
  ["/admin/orders", /href="(\/admin\/orders\/\d+)"/],
  ["/admin/payments", /href="(\/admin\/payments\/\d+)"/],
  ["/admin/people", /href="(\/admin\/people\/\d+)"/],
] as const;

const site = process.env.SITE_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;
const known = new Map<string, number>();

/** What a page asks for before `load`: the scripts that its HTML names, outside `noModule`. */
function scriptsOf(html: string): string[] {
  const tags = html.match(/<script\b[^>]*\bsrc="[^"]+"[^>]*>|<link\b[^>]*\bas="script"[^>]*>/g) ?? [];
  const wanted = tags.filter((tag) => !/\bnoModule\b/i.test(tag));
  return [...new Set(wanted.flatMap((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []))];
}

async function text(url: string, cookie = ""): Promise<string> {
  const response = await fetch(url, { headers: { cookie } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}

async function gzipBytes(src: string): Promise<number> {
  const bytes = known.get(src) ?? gzipSync(await text(new URL(src, site).href)).byteLength;
  known.set(src, bytes);
  return bytes;
}

/** Prints each page's kilobytes; whether one is above the limit. */
async function isTooHeavy(pages: readonly string[], cookie?: string): Promise<boolean> {
  let isAbove = false;
  for (const page of pages) {
    const sizes = await Promise.all(scriptsOf(await text(site + page, cookie)).map(gzipBytes));
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
    isAbove ||= kilobytes > LIMIT_KB;
    console.log(`${kilobytes.toFixed(1).padStart(7)} KB  ${page}`);
  }
  return isAbove;
}

async function isBackOfficeTooHeavy(): Promise<boolean> {
  const cookie = await signedInCookie(site, { email: "admin@example.com", password: "admin-demo-1" });
  if (cookie === null) {
    console.log("The back office is left out: this shop has no demo administrator.");
    return false;
  }
  const listed = await Promise.all(
    LISTED.map(async ([list, link]) => link.exec(await text(site + list, cookie))?.[1] ?? []),
  );
  return isTooHeavy([...BACK_OFFICE, ...listed.flat()], cookie);
}

const tooHeavy = [await isTooHeavy(SHOP), await isBackOfficeTooHeavy()];
if (tooHeavy.includes(true)) {
  console.error(`A page asks for more than ${LIMIT_KB} KB of JavaScript before it has loaded.`);
  process.exit(1);
}
