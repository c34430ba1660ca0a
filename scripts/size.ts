import { gzipSync } from "node:zlib";

const LIMIT_KB = 180;
const PAGES = ["/", "/products", "/products/FG001", "/cart", "/sign-in", "/payments/unknown"];

/** What a page asks for before `load`: the scripts that its HTML names, outside `noModule`. */
function scriptsOf(html: string): string[] {
  const tags = html.match(/<script\b[^>]*\bsrc="[^"]+"[^>]*>/g) ?? [];
  const wanted = tags.filter((tag) => !/\bnoModule\b/i.test(tag));
  return [...new Set(wanted.flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []))];
}

async function text(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}

const site = process.env.SITE_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;
const known = new Map<string, number>();

async function gzipBytes(src: string): Promise<number> {
  const bytes = known.get(src) ?? gzipSync(await text(new URL(src, site).href)).byteLength;
  known.set(src, bytes);
  return bytes;
}

let isTooHeavy = false;
for (const page of PAGES) {
  const sizes = await Promise.all(scriptsOf(await text(site + page)).map(gzipBytes));
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  isTooHeavy ||= kilobytes > LIMIT_KB;
  console.log(`${kilobytes.toFixed(1).padStart(7)} KB  ${page}`);
}
if (isTooHeavy) {
  console.error(`A page asks for more than ${LIMIT_KB} KB of JavaScript before it has loaded.`);
  process.exit(1);
}
