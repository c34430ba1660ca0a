import type { Page } from "@playwright/test";
import { addToCart, expect, test } from "./shopper";

const PATIENTLY = { timeout: 20_000 }; // a slow answer on a busy machine

const quantityOf = (page: Page) => page.getByRole("spinbutton", { name: /^Quantity of/ });
const count = (page: Page, pieces: number) => page.getByRole("link", { name: new RegExp(`cart\\s*${pieces}\\b`, "i") });
const inCart = async (page: Page) => (await (await page.request.get("/api/cart/cart/count/")).json()).total_quantity;

/** What a browser complains of while it has no network, and nothing else. */
function onlyOfTheNetwork(failures: string[]): void {
  expect(failures.splice(0).filter((line) => !line.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
}

/** How many changes the browser has sent. */
function sentBy(page: Page): string[] {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (/add_item|update-item|remove-item/.test(request.url())) sent.push(request.method());
  });
  return sent;
}

test("without network it says so at once, keeps what is wanted, and sends each thing once when it is back", async ({
  shopper: page,
  context,
  failures,
}) => {
  await addToCart(page, "FG001", 1);
  await page.goto("/cart");
  await expect(page.getByRole("button", { name: /^One more of/ })).toBeEnabled();
  const sent = sentBy(page);
  await context.setOffline(true);
  await expect(page.getByRole("status").filter({ hasText: "offline" })).toBeVisible({ timeout: 1_000 });
  for (let tap = 0; tap < 3; tap++) await page.getByRole("button", { name: /^One more of/ }).click();
  await expect(quantityOf(page)).toHaveValue("4");
  await expect(page.getByText("Rs 6,000").first()).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "1 change to your cart waits" })).toBeVisible();
  await expect(page.getByText("Waits for the network")).toBeVisible();
  await page.getByRole("link", { name: "Checkout" }).click();
  await expect(page.getByText("Your last change is saved when you are back online")).toBeVisible();
  expect(sent).toEqual([]);
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
  expect(await inCart(page)).toBe(4);
  expect(sent).toEqual(["PATCH"]);
  onlyOfTheNetwork(failures);
});

test("what was put in the cart without network is there after the page was closed and opened again", async ({
  shopper: page,
  context,
  failures,
}) => {
  await page.goto("/products/FG001");
  await expect(page.getByRole("button", { name: "One more" })).toBeEnabled();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByText(/^1 waits on this device/)).toBeVisible();
  await expect(count(page, 1)).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  const sent = sentBy(again);
  await again.goto("/");
  await expect(count(again, 1)).toBeVisible();
  await expect.poll(() => inCart(again), PATIENTLY).toBe(1);
  await again.reload();
  await expect(count(again, 1)).toBeVisible();
  expect(sent).toEqual(["POST"]);
  onlyOfTheNetwork(failures);
});

test("another tab follows what this one does, and reads anew when it comes to the front", async ({
  shopper: page,
  context,
}) => {
  await addToCart(page, "FG001", 1);
  await page.goto("/cart");
  const other = await context.newPage();
  await other.goto("/cart");
  await expect(quantityOf(other)).toHaveValue("1");
  await page.bringToFront();
  await page.getByRole("button", { name: /^One more of/ }).click();
  await expect(quantityOf(other)).toHaveValue("2");
  await expect(count(other, 2)).toBeVisible();
  await expect(other.getByText("Rs 3,000").first()).toBeVisible();
  await expect.poll(() => inCart(page), PATIENTLY).toBe(2);
  await page.request.post("/api/cart/cart/clear/"); // another device
  await other.bringToFront();
  await other.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(other.getByText("Your cart is empty.")).toBeVisible();
  await expect(count(other, 0)).toBeVisible();
});

test("twenty presses in two tabs at once all count, each once", async ({ shopper: page, context }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto("/products/FG001");
    await expect(tab.getByRole("button", { name: "One more" })).toBeEnabled();
  }
  const press = async (tab: Page) => {
    for (let tap = 0; tap < 10; tap++) await tab.getByRole("button", { name: "Add to cart" }).click();
  };
  await Promise.all([press(page), press(other)]);
  await expect.poll(() => inCart(page), PATIENTLY).toBe(20);
  for (const tab of [page, other]) await expect(count(tab, 20)).toBeVisible();
});

test("a visitor without a session has an empty cart and asks for nothing", async ({ page, failures }) => {
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("/api/") && asked.push(request.url()));
  await page.goto("/cart");
  await expect(page.getByText("Your cart is empty.")).toBeVisible();
  await expect(count(page, 0)).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await page.getByRole("link", { name: "Look through the products" }).click();
  await page.waitForURL(/\/products/);
  expect(asked).toEqual([]);
  expect(failures).toEqual([]);
});
