import { database, expect, putInCart, test, title, userIdOf } from "./shopper";

test("a changed quantity counts at Enter and by the stepper, and the sum follows", async ({ shopper: page }) => {
  await putInCart(page, "FG001", 1);
  await page.goto("/cart");
  const quantity = page.getByRole("spinbutton", { name: /^Quantity of/ });
  await quantity.fill("4");
  const saved = page.waitForResponse((response) => response.url().includes("/update-item/"));
  await quantity.press("Enter");
  await expect(page.getByText("Rs 6,000").first()).toBeVisible();
  await saved;
  await page.reload();
  await expect(page.getByRole("spinbutton", { name: /^Quantity of/ })).toHaveValue("4");
  await page.getByRole("button", { name: /^Remove/ }).click();
  await expect(page.getByText("Your cart is empty.")).toBeVisible();
});

test("an expired line says so and can be put back with its quantity", async ({ shopper: page }) => {
  await putInCart(page, "FG013", 3);
  const userId = await userIdOf(page);
  const sql = database();
  await sql`update cart_items set created_at = created_at - interval '25 hours' where is_active and cart_id =
    (select id from carts where user_id = ${userId})`;
  await sql.end();
  await page.goto("/cart");
  await expect(page.getByText("Expired").first()).toBeVisible();
  await page.getByRole("button", { name: /^Put back/ }).click();
  await expect(page.getByRole("spinbutton", { name: /^Quantity of/ })).toHaveValue("3");
});

test("the empty cart's checkout leads to the cart, and signed-out pages to the sign-in", async ({ page, shopper }) => {
  await shopper.goto("/checkout");
  await title(page, "Cart");
  await page.context().clearCookies();
  for (const path of ["/orders", "/account"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in/);
  }
});
