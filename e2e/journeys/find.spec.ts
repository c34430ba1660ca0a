import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test, title } from "./shopper";

const box = (page: Page) => page.getByRole("searchbox", { name: "Search" });
const cards = (page: Page) => page.getByRole("main").getByRole("listitem");
const isReady = (page: Page) => page.waitForLoadState("networkidle");

const serious = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id);
};

test("a mistyped word finds what was meant and says so", async ({ page, failures }) => {
  await page.goto("/");
  await box(page).fill("chwal");
  await page.getByRole("button", { name: "Search" }).click();
  await title(page, "“chwal”");
  await expect(page.getByText("We show what we have for “chawal”.")).toBeVisible();
  await page.getByRole("link", { name: "Super Kernel basmati rice" }).click();
  await title(page, /^Super Kernel basmati rice/);
  expect(failures).toEqual([]);
});

test("suggestions are reached and left by the keyboard, and the page is free of what axe finds serious", async ({
  page,
}) => {
  await page.goto("/");
  await isReady(page);
  await box(page).pressSequentially("cricket");
  const list = page.getByRole("listbox", { name: "Suggestions" });
  await expect(list.getByRole("option").first()).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /suggestion/ })).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await expect(list.getByRole("option", { selected: true })).toHaveText(/Cricket bat/);
  await expect(box(page)).toBeFocused();
  for (const option of await list.getByRole("option").all()) {
    expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  expect(await serious(page)).toEqual([]);

  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(box(page)).toHaveValue("cricket");
  await page.keyboard.press("Backspace");
  await expect(list).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(list.getByRole("option", { selected: true })).toHaveText(/All results for “cricke”/);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/products\/FG\d+$/);
});

test("what is typed may name a category, in both languages", async ({ page }) => {
  await page.goto("/");
  await isReady(page);
  await box(page).pressSequentially("spices");
  const option = page.getByRole("option", { name: /^Food and spices/ });
  await expect(option).toHaveText("Food and spices · category");
  await page.keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await title(page, "Food and spices");
  await page.goto("/ur");
  await isReady(page);
  await page.getByRole("searchbox").pressSequentially("کتابیں");
  await page.getByRole("option", { name: /^کتابیں اور اسٹیشنری/ }).click();
  await expect(page).toHaveURL(/\/ur\/products\?category=books$/);
});

test("a later letter takes back what an earlier one asked for", async ({ page }) => {
  await page.route("**/api/products/suggest/**", async (route) => {
    const isFirst = new URL(route.request().url()).searchParams.get("q") === "ho";
    if (isFirst) await new Promise((go) => setTimeout(go, 1500));
    await route.continue().catch(() => {}); // taken back meanwhile
  });
  await page.goto("/");
  await isReady(page);
  await box(page).pressSequentially("ho");
  await page.waitForTimeout(300);
  await box(page).pressSequentially("ney");
  const options = page.getByRole("option");
  await expect(options.first()).toHaveText(/Beri honey/);
  await page.waitForTimeout(1500);
  await expect(options).toHaveCount(2);
});

test("filters are an address, and each is taken off by itself", async ({ page }) => {
  await page.goto("/products?category=food");
  await page.getByText("Filter and sort").click();
  await page.getByLabel("Price to").fill("Rs 1,000");
  await page.getByLabel("In stock only").check();
  await page.getByLabel("Sort by").selectOption("unit_price");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/price_to=/);
  await title(page, "Food and spices");
  await expect(cards(page).filter({ hasText: "Rs 190" })).toHaveCount(1);
  await expect(cards(page).filter({ hasText: "Rs 2,400" })).toHaveCount(0);
  await page.getByRole("link", { name: "Remove the filter Rs 1,000 or less" }).click();
  await expect(cards(page).filter({ hasText: "Rs 2,400" })).toHaveCount(1);
  await expect(page).toHaveURL(/category=food.*in_stock=1.*ordering=unit_price/);
});

test("what an address says wrongly is passed over", async ({ page }) => {
  const answer = await page.goto("/products?category=none&ordering=odd&price_from=cheap&page=999&in_stock=x");
  expect(answer?.status()).toBe(200);
  await title(page, "Products");
  await expect(page.getByRole("link", { name: "Previous page" })).toHaveAttribute("rel", "prev");
  await expect(page.getByRole("link", { name: "Next page" })).toHaveCount(0);
});

test("an empty shelf names a next step", async ({ page }) => {
  await page.goto("/products?search=honey+football");
  await expect(page.getByRole("link", { name: "honey", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "football", exact: true }).click();
  await expect(page.getByRole("link", { name: "Football, size 5" })).toBeVisible();
  await page.goto("/products?search=zzzzqqqq");
  await expect(page.getByRole("link", { name: "Food and spices" })).toBeVisible();
  await page.goto("/products?search=honey&price_from=99999");
  await page.getByRole("link", { name: "Without filters" }).click();
  await expect(page.getByRole("link", { name: "Beri honey" })).toBeVisible();
});

test("in Urdu the same is found, under Urdu names", async ({ page }) => {
  await page.goto("/ur/products?search=شھد");
  const link = page.getByRole("main").getByRole("link", { name: "بیری کا شہد" });
  await expect(link).toBeVisible();
  await link.click();
  await expect(page).toHaveURL(/\/ur\/products\/FG\d+$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/بیری کا شہد/);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("the sizes of one thing are one card, and links on its page", async ({ page }) => {
      await page.goto("/products?search=kurta&category=clothing");
      const card = cards(page).filter({ hasText: "Men's cotton kurta" });
      await expect(card).toHaveCount(1);
      await expect(card).toContainText("4 options");
      await card.getByRole("link").click();
      const options = page.getByRole("navigation", { name: "Choose one" });
      await expect(options.getByRole("link")).toHaveCount(4);
      await expect(options.getByRole("link", { name: /Extra large sold out/ })).toBeVisible();
      await options.getByRole("link", { name: /^Large/ }).click();
      await expect(page).toHaveURL(/\/products\/FG078$/);
      await title(page, "Men's cotton kurta, large");
      await expect(options.locator("[aria-current=true]")).toHaveText(/Large/);
    });

    test("search and filters are one plain form", async ({ page }) => {
      await page.goto("/products");
      await page.getByText("Filter and sort").click();
      await page.getByLabel("Category").selectOption("sports");
      await box(page).fill("leather");
      await box(page).press("Enter");
      await expect(page).toHaveURL(/search=leather&category=sports/);
      await expect(page.getByRole("link", { name: "Leather cricket ball" })).toBeVisible();
    });
  });
}
