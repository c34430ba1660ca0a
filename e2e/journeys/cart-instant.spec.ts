import { setTimeout } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { expect, putInCart, test } from "./shopper";

const DOORS = "**/api/cart/cart/**";
const SLOW_MS = 2_000;

const PATIENTLY = { timeout: 20_000 }; // a slow answer on a busy machine

const quantityOf = (page: Page) => page.getByRole("spinbutton", { name: /^Quantity of/ });
const count = (page: Page, pieces: number) => page.getByRole("link", { name: new RegExp(`cart\\s*${pieces}\\b`, "i") });
const inCart = async (page: Page) => (await (await page.request.get("/api/cart/cart/count/")).json()).total_quantity;

/** From now on the cart's doors hear nothing, until they are let go: for one time, or for good. */
async function holdUp(page: Page) {
  let letGo = () => {};
  let held = Promise.resolve();
  const hold = () => void (held = new Promise((resolve) => (letGo = resolve)));
  hold();
  await page.route(DOORS, async (route) => {
    await held;
    await route.continue().catch(() => {}); // the page may have gone on
  });
  return { hold, letGo: () => letGo() };
}

/** How long the page itself takes from the press to its new picture of the count. */
const answerTime = (page: Page, button: string) =>
  page.evaluate(async (name) => {
    const link = document.querySelector('header a[href$="/cart"] .figures');
    const before = link?.textContent;
    const pressed = performance.now();
    [...document.querySelectorAll("button")].find((one) => one.textContent === name)?.click();
    const nextPicture = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (;;) {
      await nextPicture();
      if (link?.textContent !== before) return performance.now() - pressed;
    }
  }, button);

test("an addition, a change and a removal show at once, however long the shop takes", async ({ shopper: page }) => {
  await page.goto("/products/FG001");
  await expect(page.getByRole("button", { name: "One more" })).toBeEnabled();
  const shop = await holdUp(page);
  const times: number[] = [];
  for (let press = 0; press < 3; press++) times.push(await answerTime(page, "Add to cart"));
  expect(Math.min(...times)).toBeLessThan(100);
  await expect(page.getByRole("status").filter({ hasText: "3 added to your cart." })).toBeVisible();
  expect(await inCart(page)).toBe(0);
  shop.letGo();
  await expect.poll(() => inCart(page), PATIENTLY).toBe(3);
  await page.goto("/cart");
  shop.hold();
  await page.getByRole("button", { name: /^One more of/ }).click();
  await expect(quantityOf(page)).toHaveValue("4");
  await expect(page.getByText("Rs 6,000")).toHaveCount(2);
  await expect(count(page, 4)).toBeVisible();
  expect(await inCart(page)).toBe(3);
  shop.letGo();
  await expect.poll(() => inCart(page), PATIENTLY).toBe(4);
  shop.hold();
  await page.getByRole("button", { name: /^Remove/ }).click();
  await expect(page.getByText("Your cart is empty.")).toBeVisible();
  await expect(count(page, 0)).toBeVisible();
  expect(await inCart(page)).toBe(4);
  shop.letGo();
  await expect.poll(() => inCart(page), PATIENTLY).toBe(0);
});

test("of many quantities wanted one after the other the last one wins, however late the first is answered", async ({
  shopper: page,
}) => {
  await putInCart(page, "FG001", 1);
  await page.goto("/cart");
  const sent: number[] = [];
  let underWay = 0;
  await page.route("**/update-item/**", async (route) => {
    expect(++underWay).toBe(1);
    sent.push(route.request().postDataJSON().quantity);
    await setTimeout(sent.length === 1 ? SLOW_MS : 50);
    underWay -= 1;
    await route.continue();
  });
  for (let tap = 0; tap < 6; tap++) await page.getByRole("button", { name: /^One more of/ }).click();
  await expect(quantityOf(page)).toHaveValue("7");
  await expect.poll(() => inCart(page), PATIENTLY).toBe(7);
  expect(sent).toEqual([2, 7]);
  await expect(quantityOf(page)).toHaveValue("7");
  await expect(count(page, 7)).toBeVisible();
});

test("a refusal takes the change back, names the product and why, and leaves the focus", async ({
  shopper: page,
  failures,
}) => {
  await putInCart(page, "FG013", 2);
  await page.goto("/cart");
  await quantityOf(page).fill("999");
  await quantityOf(page).press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: /There are only \d+ left of Chai cups/ })).toBeVisible();
  await expect(quantityOf(page)).toHaveValue("2");
  await expect(quantityOf(page)).toBeFocused();
  await page.route(DOORS, (route) => route.fulfill({ status: 500, json: { code: "internal_error" } }));
  await page.getByRole("button", { name: /^Remove/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: /Chai cups.*the shop could not do this/ })).toBeVisible();
  await expect(quantityOf(page)).toHaveValue("2");
  await expect(count(page, 2)).toBeVisible();
  await page.goto("/products/FG014");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "the shop could not do this" })).toBeVisible();
  await expect(count(page, 2)).toBeVisible();
  expect(failures.splice(0).every((line) => /409|500/.test(line))).toBe(true);
});

test("the first addition survives a reload in mid-flight, and is never doubled by being sent again", async ({
  shopper: page,
}) => {
  await page.goto("/products/FG001");
  await expect(page.getByRole("button", { name: "One more" })).toBeEnabled();
  const sent: string[] = [];
  await page.route("**/add_item/**", async (route) => {
    sent.push(route.request().headers()["idempotency-key"] ?? "");
    if (sent.length === 1)
      await route.fetch(); // the shop has it, but nobody is there for the answer
    else await route.continue();
  });
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(count(page, 1)).toBeVisible();
  await expect.poll(() => inCart(page), PATIENTLY).toBe(1);
  await page.reload();
  await expect.poll(() => sent.length).toBe(2);
  expect(new Set(sent).size).toBe(1);
  await page.goto("/cart");
  await expect(quantityOf(page)).toHaveValue("1");
  await expect(count(page, 1)).toBeVisible();
  expect(await inCart(page)).toBe(1);
});

test("what is still on its way stands in the cart of the next page already", async ({ shopper: page }) => {
  await page.goto("/products/FG001");
  await expect(page.getByRole("button", { name: "One more" })).toBeEnabled();
  const shop = await holdUp(page);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.goto("/cart");
  await expect(quantityOf(page)).toHaveValue("1");
  expect(await inCart(page)).toBe(0);
  shop.letGo();
  await expect.poll(() => inCart(page), PATIENTLY).toBe(1);
  await expect(quantityOf(page)).toBeEnabled();
  await page.getByRole("link", { name: "Checkout" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
});

test("a press before the page has woken up is an ordinary form, and lands in the cart", async ({ shopper: page }) => {
  let wakeUp = () => {};
  const pressed = new Promise<void>((resolve) => (wakeUp = resolve));
  await page.route(/_next\/static.*\.js/, async (route) => {
    await pressed;
    await route.continue().catch(() => {});
  });
  await page.goto("/products/FG011", { waitUntil: "commit" });
  await page.getByRole("spinbutton", { name: "Quantity" }).fill("2");
  await page.getByRole("button", { name: "Add to cart" }).click({ noWaitAfter: true });
  await expect.poll(() => inCart(page), PATIENTLY).toBe(2);
  wakeUp();
  await page.waitForURL(/\/cart$/);
  await expect(quantityOf(page)).toHaveValue("2");
});
