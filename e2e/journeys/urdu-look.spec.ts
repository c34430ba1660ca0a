import { addToCart, expect, test } from "./shopper";

const OPEN = ["/", "/products", "/products/FG001", "/cart", "/sign-in", "/sign-up", "/track", "/payments/unknown"];
const OWN = ["/cart", "/checkout", "/orders", "/account"];
const inUrdu = (path: string) => (path === "/" ? "/ur" : `/ur${path}`);

test("Nastaliq comes with Urdu pages, at once, and never with English ones", async ({ page }) => {
  let asked: string[] = [];
  page.on("request", (request) => request.resourceType() === "font" && asked.push(request.url()));
  for (const path of OPEN) {
    asked = [];
    await page.goto(path, { waitUntil: "networkidle" });
    expect(asked.filter((address) => address.includes("nastaliq"))).toEqual([]);
    await page.goto(inUrdu(path), { waitUntil: "networkidle" });
    expect(asked.filter((address) => address.includes("nastaliq")).length, path).toBe(1);
  }
  await expect(page.locator('link[rel=preload][as=font][href*="nastaliq"]')).toHaveCount(1);
});

test("nothing in Urdu is wider than a narrow phone, cut off, or spaced apart", async ({ shopper: page }) => {
  await addToCart(page, "FG001");
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
