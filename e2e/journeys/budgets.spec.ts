import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { addToCart, atJazzCash, expect, fillCheckout, placeOrder, test, title } from "./shopper";

const KB = 1024;
const MOST_SCRIPT = 180 * KB;
const MOST_PAGE = 260 * KB;
const MOST_PURCHASE = 600 * KB;
const MOST_SHIFT = 0.1;
const PAGES = [
  "/",
  "/products",
  "/products/FG001",
  "/cart",
  "/sign-in",
  "/track",
  "/payments/unknown",
  "/ur/products/FG001",
];

type Load = { kind: string; url: string; bytes: number };

/** All that the browser is sent until `stop`, compressed as it travels. */
function watchLoads(page: Page): { loads: Load[]; settled: () => Promise<unknown> } {
  const loads: Load[] = [];
  const open: Promise<void>[] = [];
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    if (response.status() >= 300 && response.status() < 400) return;
    open.push(
      response
        .body()
        .then((body) => void loads.push({ kind, url: response.url(), bytes: gzipSync(body).byteLength }))
        .catch(() => {}), // a page that was left before its answer was read
    );
  });
  return { loads, settled: () => Promise.all(open) };
}

const sum = (loads: readonly Load[], ...kinds: string[]): number =>
  loads.filter(({ kind }) => kinds.includes(kind)).reduce((all, { bytes }) => all + bytes, 0);

const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            if (!entry.hadRecentInput) shift += entry.value;
          }
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(shift), 500);
      }),
  );

for (const path of PAGES) {
  test(`${path} is light, asks nobody else, and nothing on it jumps`, async ({ page, failures }) => {
    const { loads, settled } = watchLoads(page);
    await page.goto(path, { waitUntil: "load" });
    await settled();
    expect(sum(loads, "script")).toBeLessThanOrEqual(MOST_SCRIPT);
    expect(sum(loads, "document", "stylesheet", "script")).toBeLessThanOrEqual(MOST_PAGE);
    expect(loads.filter(({ url }) => new URL(url).origin !== new URL(page.url()).origin)).toEqual([]);
    expect(await shiftOf(page)).toBeLessThan(MOST_SHIFT);
    for (const picture of await page.getByRole("main").locator("img").all()) {
      expect(await picture.getAttribute("width"), path).toMatch(/^\d+$/);
      expect(await picture.getAttribute("height"), path).toMatch(/^\d+$/);
    }
    expect(failures).toEqual([]);
  });
}

test("a whole first purchase, from the first page to its result, costs little of a phone's data", async ({ page }) => {
  const { loads, settled } = watchLoads(page);
  const seen = new Set<string>();
  await page.goto("/");
  await addToCart(page, "FG001", 2);
  await page.getByRole("link", { name: /cart/i }).first().click();
  await fillCheckout(page, "JazzCash");
  await placeOrder(page);
  await atJazzCash(page, "Pay");
  await title(page, "Payment successful");
  await settled();
  const shop = new URL(page.url()).origin;
  const first = loads.filter(({ url, kind }) => {
    if (!url.startsWith(shop)) return false;
    const isNew = kind === "document" || kind === "fetch" || !seen.has(url); // the rest comes out of the browser's cache
    seen.add(url);
    return isNew;
  });
  expect(first.reduce((all, { bytes }) => all + bytes, 0)).toBeLessThanOrEqual(MOST_PURCHASE);
});
