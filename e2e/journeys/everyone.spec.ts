import { expectOpenToAll, seriousOn } from "./open-to-all";
import { atJazzCash, expect, fillCheckout, placeOrder, putInCart, signUp, test, title } from "./shopper";

const PATHS = [
  "/",
  "/products",
  "/products?search=shehad",
  "/products?search=nothing+like+this",
  "/products/FG001",
  "/products/FG011",
  "/products/FG056",
  "/cart",
  "/checkout",
  "/orders",
  "/account",
  "/track",
  "/forgot-password",
  "/payments/unknown",
];

const inWords = "every page has one main, one h1, a skip link and, light and dark, nothing serious for axe";

for (const [language, prefix] of [
  ["English", ""],
  ["Urdu", "/ur"],
] as const) {
  test(`in ${language} ${inWords}`, async ({ shopper: page }) => {
    test.slow();
    await putInCart(page, "FG014");
    for (const path of PATHS) await expectOpenToAll(page, prefix + path);
    await fillCheckout(page, "JazzCash");
    await placeOrder(page);
    await atJazzCash(page, "Decline");
    await title(page, "Payment failed");
    const failed = new URL(page.url()).pathname;
    await page.getByRole("button", { name: /^Pay now/ }).click();
    await atJazzCash(page, "Pay at a counter");
    await title(page, "Payment is being checked");
    const waiting = new URL(page.url()).pathname;
    const { results } = await (await page.request.get("/api/cart/orders/")).json();
    const order = `/orders/${results[0].id}`;
    for (const path of [failed, waiting, order, `${order}/receipt`]) await expectOpenToAll(page, prefix + path);
  });
}

test("an address that is not there is a 404 that helps", async ({ page }) => {
  expect((await page.goto("/nothing-here"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  expect(await seriousOn(page)).toEqual([]);
});

test("sign-in and sign-up have nothing serious for axe", async ({ page, failures }) => {
  for (const path of ["/sign-in", "/sign-up"]) {
    await page.goto(path);
    expect(await seriousOn(page), path).toEqual([]);
  }
  expect(failures).toEqual([]);
});

test("another person's order is nowhere, and their payment shows only its truth", async ({
  shopper: page,
  browser,
}) => {
  await putInCart(page, "FG015");
  await fillCheckout(page, "Cash on delivery");
  await placeOrder(page);
  await title(page, "Order confirmed");
  const result = new URL(page.url()).pathname;
  const { results } = await (await page.request.get("/api/cart/orders/")).json();

  const other = await (await browser.newContext()).newPage();
  await signUp(other);
  expect((await other.goto(`/orders/${results[0].id}`))?.status()).toBe(404);
  await other.goto(result);
  await title(other, "Order confirmed");
  await expect(other.getByText(results[0].order_number).first()).toBeVisible();
  await expect(other.getByText("House 5")).toHaveCount(0);
  await expect(other.getByRole("button", { name: /Pay now/ })).toHaveCount(0);
  await other.context().close();
});

test("the whole way by the keyboard alone", async ({ shopper: page }) => {
  await page.goto("/products/FG016");
  const added = page.waitForResponse((response) => response.url().includes("/add_item/"));
  await page.getByRole("button", { name: "Add to cart" }).focus();
  await page.keyboard.press("Enter");
  await added;
  await expect(page.getByRole("link", { name: /cart.*1/i }).first()).toBeVisible();
  await fillCheckout(page, "Cash on delivery");
  await page.getByRole("textbox", { name: "City" }).focus();
  await page.keyboard.press("Enter");
  await title(page, "Order confirmed");
});
