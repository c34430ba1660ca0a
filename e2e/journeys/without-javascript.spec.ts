import type { Page } from "@playwright/test";
import { atJazzCash, expect, fillCheckout, placeOrder, test, title } from "./shopper";

test.use({ javaScriptEnabled: false });

/** Presses a button of a plain form and waits for the page that answers it. */
async function submit(page: Page, name: string): Promise<void> {
  const answered = page.waitForEvent("framenavigated");
  await page.getByRole("button", { name }).click();
  await answered;
}

test("from a product to a paid order without JavaScript", async ({ shopper: page }) => {
  await page.goto("/products/FG011");
  await page.getByRole("spinbutton", { name: "Quantity" }).fill("2");
  await submit(page, "Add to cart");
  await page.goto("/cart");
  const quantity = page.getByRole("spinbutton", { name: /^Quantity of/ });
  await expect(quantity).toHaveValue("2");
  await quantity.fill("3");
  await submit(page, "Update");
  await expect(page.getByRole("spinbutton", { name: /^Quantity of/ })).toHaveValue("3");
  await fillCheckout(page, "JazzCash");
  await placeOrder(page);
  await title(page, "Going to JazzCash");
  await page.getByRole("button", { name: "Continue to JazzCash" }).click();
  await atJazzCash(page, "Pay");
  await page.getByRole("button", { name: "Return to the shop" }).click();
  await title(page, "Payment successful");
});

test("what was typed survives a refusal, and the field is named", async ({ shopper: page }) => {
  await page.goto("/products/FG012");
  await submit(page, "Add to cart");
  await fillCheckout(page, "JazzCash wallet", { mobile: "12345", cnic: "1" });
  await placeOrder(page);
  await title(page, "Checkout");
  await expect(page.getByRole("textbox", { name: "Full name" })).toHaveValue("Bilal Ahmed");
  await expect(page.getByRole("textbox", { name: "Address" })).toHaveValue("House 5, near the blue mosque");
  await expect(page.getByRole("textbox", { name: "JazzCash number" })).toHaveAttribute("aria-invalid", "true");
});
