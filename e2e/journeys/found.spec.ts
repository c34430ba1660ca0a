import type { Page } from "@playwright/test";
import { addToCart, database, expect, test } from "./shopper";

const PUBLIC = ["/", "/products", "/products/FG001", "/track"];
const PRIVATE = ["/cart", "/sign-in", "/sign-up", "/payments/unknown"];

const hrefs = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
/** What the head says under a name, or null where it says nothing. */
const metaOf = (page: Page, name: string) =>
  page
    .locator(`head meta[property="${name}"], head meta[name="${name}"]`)
    .evaluateAll(([found]) => found?.getAttribute("content") ?? null);

type Data = { "@type": string; [key: string]: unknown };

async function dataOf(page: Page, type: string): Promise<Data> {
  const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
  const found = blocks.flatMap((text) => (JSON.parse(text) as { "@graph": Data[] })["@graph"]);
  const data = found.find((each) => each["@type"] === type);
  expect(data, `${type} among ${found.map((each) => each["@type"]).join()}`).toBeDefined();
  return data as Data;
}

for (const path of PUBLIC) {
  test(`${path} names itself in both languages`, async ({ page, failures, baseURL }) => {
    expect(failures).toEqual([]);
    const site = baseURL ?? "";
    const urdu = path === "/" ? `${site}/ur` : `${site}/ur${path}`;
    const english = path === "/" ? [site, `${site}/`] : [`${site}${path}`];
    const seen = new Set<string>();
    for (const [address, own] of [
      [path, english],
      [path === "/" ? "/ur" : `/ur${path}`, [urdu]],
    ] as const) {
      await page.goto(`${address}?utm_source=somewhere`);
      expect(own).toContain((await hrefs(page, "link[rel=canonical]"))[0]);
      expect(english).toContain((await hrefs(page, "link[rel=alternate][hreflang=en]"))[0]);
      expect(english).toContain((await hrefs(page, "link[rel=alternate][hreflang=x-default]"))[0]);
      expect(await hrefs(page, "link[rel=alternate][hreflang=ur]")).toEqual([urdu]);
      const description = await metaOf(page, "description");
      expect(description?.length).toBeGreaterThan(30);
      seen.add(`${await page.title()} ${description}`);
      expect(await metaOf(page, "og:title")).not.toBe("");
      expect(await metaOf(page, "twitter:card")).toBe("summary_large_image");
      expect(await metaOf(page, "robots")).toBeNull();
    }
    expect(seen.size).toBe(2);
  });
}

test("a page of the shelf keeps its number in its own address, and nothing else", async ({ page, baseURL }) => {
  await page.goto("/ur/products?page=2&ordering=name&search=");
  expect(await hrefs(page, "link[rel=canonical]")).toEqual([`${baseURL}/ur/products?page=2`]);
});

test("what is somebody's own is not for search engines", async ({ page }) => {
  for (const path of PRIVATE.flatMap((each) => [each, `/ur${each}`])) {
    await page.goto(path);
    expect(await metaOf(page, "robots"), path).toContain("noindex");
  }
});

test("a product's data tell its price and its stock as they are", async ({ shopper: page }) => {
  const sql = database();
  const [before] = await sql`select price_paisa::int as price, stock from products where item_code = 'FG021'`;
  await sql.end();
  await addToCart(page, "FG021");
  await page.goto("/ur/products/FG021");
  const product = await dataOf(page, "Product");
  expect(product.sku).toBe("FG021");
  expect(product.name).toMatch(/\p{Script=Arabic}/u);
  expect(product.offers).toMatchObject({
    price: (before?.price / 100).toFixed(2),
    priceCurrency: "PKR",
    availability: "https://schema.org/InStock",
    inventoryLevel: { value: before?.stock },
  });
  const trail = await dataOf(page, "BreadcrumbList");
  expect(trail.itemListElement).toHaveLength(3);
});

test("the shop's data say how it is searched", async ({ page, failures, baseURL }) => {
  await page.goto("/");
  const site = await dataOf(page, "WebSite");
  expect(site.potentialAction).toMatchObject({
    target: { urlTemplate: `${baseURL}/products?search={search_term_string}` },
  });
  await dataOf(page, "Organization");
  expect(failures).toEqual([]); // the policy of the page lets data be
});

test("shared pages have pictures, drawn by the shop in the page's language", async ({ page, request }) => {
  const pictures = new Set<string>();
  for (const path of ["/", "/ur", "/products/FG001", "/ur/products/FG001"]) {
    await page.goto(path);
    const picture = await request.get((await metaOf(page, "og:image")) ?? "");
    expect(picture.headers()["content-type"]).toBe("image/png");
    const body = await picture.body();
    expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
    pictures.add(body.toString("base64"));
  }
  expect(pictures.size).toBe(4);
  expect((await request.get("/share/en/products/NOTHING.png")).status()).toBe(404);
  expect((await request.get("/share/xx/shop.png")).status()).toBe(404);
});
