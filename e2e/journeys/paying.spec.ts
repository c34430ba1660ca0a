import { addToCart, atJazzCash, expect, fillCheckout, placeOrder, putInCart, test, title } from "./shopper";

test("from a product to a paid order on JazzCash's page", async ({ shopper: page }) => {
  await addToCart(page, "FG001", 2);
  await page.goto("/cart");
  await title(page, "Cart");
  await page.getByRole("link", { name: /^Checkout/ }).click();
  await fillCheckout(page, "JazzCash");
  await expect(page.getByRole("button", { name: /^Place order/ })).toContainText("Rs 3,000");
  await placeOrder(page);
  await atJazzCash(page, "Pay");
  await title(page, "Payment successful");
  await expect(page.getByText("Rs 3,000").first()).toBeVisible();
  await page.goto("/orders");
  await expect(page.getByText(/ORD-[A-Z2-9]{8}-\d{8}/)).toHaveCount(1);
  await page.getByRole("link", { name: /ORD-/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ORD-/);
  await expect(page.getByText("Sindhi ajrak, block printed").first()).toBeVisible();
});

test("a declined payment says why, takes nothing, and can be paid at once", async ({ shopper: page }) => {
  await putInCart(page, "FG002");
  await fillCheckout(page, "JazzCash");
  await placeOrder(page);
  await atJazzCash(page, "Decline");
  await title(page, "Payment failed");
  await page.getByRole("button", { name: /^Pay now/ }).click();
  await atJazzCash(page, "Pay");
  await title(page, "Payment successful");
});

test("cancelling at JazzCash leaves the order to be paid", async ({ shopper: page }) => {
  await putInCart(page, "FG003");
  await fillCheckout(page, "JazzCash");
  await placeOrder(page);
  await atJazzCash(page, "Cancel");
  await title(page, "Payment failed");
  await expect(page.getByRole("button", { name: /^Pay now/ })).toBeVisible();
});

test("money taken by a page that never comes back is found by asking", async ({ shopper: page }) => {
  await putInCart(page, "FG004");
  await fillCheckout(page, "JazzCash");
  await placeOrder(page);
  await page.getByRole("heading", { name: "JazzCash simulator" }).waitFor();
  const reference = await page.getByText(/^T\d{6}[A-Z2-9]{13}$/).textContent();
  await page.getByRole("button", { name: "Pay but never return" }).click();
  await page.getByText("The browser does not go back").waitFor();
  await page.goto(`/payments/${reference}`);
  await title(page, "Payment successful");
});

test("a closed tab forgets nothing: wherever the shop is opened again, it says that a payment is open", async ({
  shopper: page,
}) => {
  await putInCart(page, "FG004");
  await fillCheckout(page, "JazzCash");
  await placeOrder(page);
  await page.getByRole("heading", { name: "JazzCash simulator" }).waitFor();
  await page.getByRole("button", { name: "Pay but never return" }).click();
  await page.getByText("The browser does not go back").waitFor();
  await page.goto("/products");
  await expect(page.getByText("You have begun to pay")).toBeVisible();
  await page.getByRole("link", { name: "See how it stands" }).click();
  await title(page, "Payment successful");
  await page.goto("/products");
  await expect(page.getByText("You have begun to pay")).toHaveCount(0);
});

test("a voucher waits for its counter and shows its number", async ({ shopper: page }) => {
  await putInCart(page, "FG005");
  await fillCheckout(page, "JazzCash");
  await placeOrder(page);
  await atJazzCash(page, "Pay at a counter");
  await title(page, "Payment is being checked");
  await expect(page.getByText(/^\d[\d ]{11,}$/).first()).toBeVisible();
});

test("the wallet pays without leaving the shop, and a refusal keeps the order", async ({ shopper: page }) => {
  await putInCart(page, "FG006");
  await fillCheckout(page, "JazzCash wallet", { mobile: "03123456789", cnic: "345678" });
  await placeOrder(page);
  await title(page, "Payment successful");
  await putInCart(page, "FG007");
  await fillCheckout(page, "JazzCash wallet", { mobile: "03120000004", cnic: "111111" });
  await placeOrder(page);
  await title(page, "Payment failed");
});

test("cash on delivery confirms the order", async ({ shopper: page }) => {
  await putInCart(page, "FG008");
  await fillCheckout(page, "Cash on delivery");
  await placeOrder(page);
  await title(page, "Order confirmed");
});

test("a forged return shows the truth and changes nothing", async ({ shopper: page }) => {
  await putInCart(page, "FG009");
  await fillCheckout(page, "JazzCash");
  await placeOrder(page);
  await page.getByRole("heading", { name: "JazzCash simulator" }).waitFor();
  const reference = (await page.getByText(/^T\d{6}[A-Z2-9]{13}$/).textContent()) ?? "";
  const forged = await page.request.post("/api/cart/payments/jazzcash/return/", {
    form: { pp_TxnRefNo: reference, pp_ResponseCode: "000", pp_SecureHash: "0".repeat(64) },
    maxRedirects: 0,
  });
  expect(forged.status()).toBe(303);
  expect(forged.headers().location).toBe(`/payments/${reference}`);
  await page.goto(`/payments/${reference}`);
  await title(page, "Payment is being checked");
});

test("two clicks and the way back make no second order", async ({ shopper: page }) => {
  await putInCart(page, "FG010");
  await fillCheckout(page, "JazzCash");
  await page.getByRole("button", { name: /^Place order/ }).dblclick();
  await page.getByRole("heading", { name: "JazzCash simulator" }).waitFor();
  await page.goto("/orders");
  await expect(page.getByRole("link", { name: /ORD-/ })).toHaveCount(1);
});
