import { expect, putInCart, test } from "./shopper";

const OPEN = ["/", "/products", "/products/FG001", "/cart", "/sign-in", "/sign-up", "/track", "/payments/unknown"];
const OWN = ["/cart", "/checkout", "/orders", "/account"];
const inUrdu = (path: string) => (path === "/" ? "/ur" : `/ur${path}`);

test("Nastaliq comes with Urdu pages, at once, and never with English ones", async ({ context }) => {
  const timesAskedAt = async (path: string) => {
    const page = await context.newPage();
    let times = 0;
    page.on("request", (request) => {
      if (request.resourceType() === "font" && request.url().includes("nastaliq")) times++;
    });
    await page.goto(path, { waitUntil: "networkidle" });
    const preloads = await page.locator('link[rel=preload][as=font][href*="nastaliq"]').count();
    await page.close();
    return { path, times, preloads };
  };
  const atOnce = (paths: string[]) => Promise.all(paths.map(timesAskedAt)); // each waits for a quiet half second
  expect(await atOnce(OPEN)).toEqual(OPEN.map((path) => ({ path, times: 0, preloads: 0 })));
  const urdu = OPEN.map(inUrdu);
  expect(await atOnce(urdu)).toEqual(urdu.map((path) => ({ path, times: 1, preloads: 1 })));
});

test("nothing in Urdu is wider than a narrow phone, cut off, or spaced apart", async ({ shopper: page }) => {
  await putInCart(page, "FG001");
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of [...OPEN, ...OWN]) {
    await page.goto(inUrdu(path));
    const seen = await page.evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>("body *")].filter((one) => {
        const isText = [...one.childNodes].some(
          (node) => node.nodeType === 3 && /\p{Script=Arabic}/u.test(node.textContent ?? ""),
        );
        return isText && one.getBoundingClientRect().width > 1 && !one.closest(".sr-only, style, script");
      });
      const said = (one: HTMLElement) => `${one.tagName} ${one.textContent?.trim().slice(0, 30)}`;
      return {
        count: shown.length,
        wide: document.documentElement.scrollWidth - window.innerWidth,
        tight: shown
          .filter((one) => {
            const { lineHeight, fontSize } = getComputedStyle(one);
            return parseFloat(lineHeight) < 1.99 * parseFloat(fontSize);
          })
          .map(said),
        spaced: shown.filter((one) => getComputedStyle(one).letterSpacing !== "normal").map(said),
        cut: shown
          .filter((one) => getComputedStyle(one).overflowY === "hidden" && one.scrollHeight > one.clientHeight + 1)
          .map(said),
      };
    });
    expect({ path, ...seen, count: seen.count > 3 }).toEqual({
      path,
      count: true,
      wide: 0,
      tight: [],
      spaced: [],
      cut: [],
    });
  }
});

test("amounts and codes read from left to right, and the page from right to left", async ({ page }) => {
  await page.goto("/ur/products/FG001");
  const price = page
    .getByRole("main")
    .getByText(/^Rs [\d,]+$/)
    .first();
  expect(await price.evaluate((one) => getComputedStyle(one).unicodeBidi)).toBe("isolate");
  const logo = await page.locator('header a[href="/ur"]').boundingBox();
  const cart = await page.locator('header a[href="/ur/cart"]').boundingBox();
  expect(logo?.x).toBeGreaterThan(cart?.x ?? Number.POSITIVE_INFINITY);
  const name = page.getByRole("heading", { level: 1 });
  await expect(name).toHaveText(/\p{Script=Arabic}/u);
});
