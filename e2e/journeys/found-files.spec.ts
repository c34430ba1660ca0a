import { database, expect, test } from "./shopper";

test("the sitemap lists every product and category in both languages", async ({ request, baseURL }) => {
  const sql = database();
  const active = await sql`select item_code from products where is_active`;
  const text = await (await request.get("/sitemap.xml")).text();
  const shelves = await sql`select slug from categories`;
  await sql.end();
  const listed = new Set([...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address));
  for (const { item_code } of active) {
    expect(listed).toContain(`${baseURL}/products/${item_code}`);
    expect(listed).toContain(`${baseURL}/ur/products/${item_code}`);
  }
  for (const { slug } of shelves) expect(listed).toContain(`${baseURL}/ur/products?category=${slug}`);
  const urls = text.match(/<url>[\s\S]*?<\/url>/g) ?? [];
  for (const url of urls)
    for (const language of ["en", "ur", "x-default"]) expect(url).toContain(`hreflang="${language}"`);
  expect(text).not.toMatch(/cart|checkout|admin|account/);
});

test("robots may read what is public, and are told where the sitemap is", async ({ request, baseURL }) => {
  const lines = (await (await request.get("/robots.txt")).text()).split("\n");
  expect(lines).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  for (const path of ["/api/", "/cart", "/checkout", "/orders", "/payments", "/account", "/admin", "/ur/cart"]) {
    expect(lines).toContain(`Disallow: ${path}`);
  }
  expect(lines).not.toContain("Disallow: /");
});

for (const [path, lang, dir] of [
  ["/", "en", "ltr"],
  ["/ur", "ur", "rtl"],
] as const) {
  test(`the shop can be put on a home screen, in ${lang}`, async ({ page, request }) => {
    await page.goto(path);
    const address = (await page.locator("link[rel=manifest]").getAttribute("href")) ?? "";
    const answer = await request.get(address);
    expect(answer.headers()["content-type"]).toContain("application/manifest+json");
    const manifest = (await answer.json()) as { icons: { src: string; sizes: string; purpose: string }[] };
    expect(manifest).toMatchObject({ lang, dir, start_url: path, display: "standalone" });
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain("maskable");
    const touch = await page.locator("link[rel=apple-touch-icon]").getAttribute("href");
    for (const [src, size] of [...manifest.icons.map((icon) => [icon.src, icon.sizes]), [touch, "180x180"]]) {
      const body = await (await request.get(src ?? "")).body();
      expect(`${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`).toBe(size);
    }
    const colours = await page.locator("meta[name=theme-color]").count();
    expect(colours).toBe(2);
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    test("a page that is not there helps on, in its own language", async ({ page }) => {
      for (const [path, lang, dir, search] of [
        ["/no-such-page", "en", "ltr", "Search"],
        ["/ur/no-such-page", "ur", "rtl", "تلاش"],
        ["/ur/products/NOTHING", "ur", "rtl", "تلاش"],
        ["/payments/NOTHING", "en", "ltr", "Search"],
      ] as const) {
        const answer = await page.goto(path);
        expect(answer?.status()).toBe(404);
        await expect(page.locator("html")).toHaveAttribute("lang", lang);
        await expect(page.locator("html")).toHaveAttribute("dir", dir);
        const main = page.getByRole("main");
        await expect(main.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(main.getByRole("searchbox", { name: search })).toBeVisible();
        await expect(main.locator(`a[href="${lang === "ur" ? "/ur" : ""}/cart"]`)).toBeVisible();
        await expect(main.locator('a[href*="category="]').nth(4)).toBeVisible();
      }
    });
  });
}
