import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { letterTo, linkIn, openLetter } from "./inbox";
import { addToCart, atJazzCash, expect, fillCheckout, placeOrder, putInCart, signUp, test, title } from "./shopper";

const NEW_PASSWORD = "another long secret";

async function orderNumberOn(page: Page): Promise<string> {
  const text = await page
    .getByText(/ORD-[A-Z2-9]{8}-\d{8}/)
    .first()
    .textContent();
  return /ORD-[A-Z2-9]{8}-\d{8}/.exec(text ?? "")?.[0] ?? "";
}

test("an order for cash is told by one mail, which leads back to it", async ({ page }) => {
  const { email } = await signUp(page);
  await putInCart(page, "FG017");
  await fillCheckout(page, "Cash on delivery");
  await placeOrder(page);
  await title(page, "Order confirmed");
  const number = await orderNumberOn(page);
  const mail = await letterTo(page, email, /is confirmed/);
  expect(mail.subject).toContain(number);
  expect(mail.html).toContain(number);
  await openLetter(page, mail);
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toHaveText("Your order is confirmed");
  await page.goto(linkIn(mail, "/orders/"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(number));
});

test("a declined payment, and the one after it that is paid, are told by mail", async ({ page }) => {
  const { email } = await signUp(page);
  await putInCart(page, "FG018");
  await fillCheckout(page, "JazzCash");
  await placeOrder(page);
  await atJazzCash(page, "Decline");
  await title(page, "Payment failed");
  await letterTo(page, email, /did not go through/);
  await page.getByRole("button", { name: /^Pay now/ }).click();
  await atJazzCash(page, "Pay");
  await title(page, "Payment successful");
  await letterTo(page, email, /has arrived/);
});

test("an order made in Urdu is told in Urdu, from right to left, with its links in Urdu", async ({ page }) => {
  const { email } = await signUp(page);
  await putInCart(page, "FG019");
  await page.goto("/ur/checkout");
  await page.locator("[name=customer_name]").fill("عائشہ خان");
  await page.locator("[name=customer_phone]").fill("0300 1234567");
  await page.locator("[name=shipping_address]").fill("مکان 5، نیلی مسجد کے پاس");
  await page.locator("[name=shipping_city]").fill("Multan");
  await page.locator("[name=payment_method][value=cash_on_delivery]").check();
  await page.locator("[name=shipping_city]").press("Enter");
  await expect(page).toHaveURL(/\/ur\/payments\//);
  const mail = await letterTo(page, email, /پکا ہو گیا/);
  expect(mail.html).toContain('dir="rtl"');
  expect(linkIn(mail, "/ur/orders/")).toContain("/ur/orders/");
});

test("a guest who leaves only a phone number is told by SMS", async ({ page, failures }) => {
  await addToCart(page, "FG020");
  await fillCheckout(page, "Cash on delivery");
  const phone = `0300${randomInt(1_000_000, 9_999_999)}`;
  await page.getByRole("textbox", { name: "Phone" }).fill(phone);
  await placeOrder(page);
  await title(page, "Order confirmed");
  const sms = await letterTo(page, `+92${phone.slice(1)}`, await orderNumberOn(page));
  expect([sms.channel, sms.html]).toEqual(["sms", null]);
  expect(sms.text).toContain("/track");
  expect(failures).toEqual([]);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a forgotten password is chosen anew by a link from the mail, once", async ({ page, failures }) => {
      const { email, password } = await signUp(page);
      await page.goto("/sign-in");
      await page.context().clearCookies();
      await page.goto("/sign-in");
      await page.getByRole("link", { name: "Forgot the password?" }).click();
      await title(page, "Forgot the password?");
      await page.getByRole("textbox", { name: "Email" }).fill(email);
      await page.getByRole("button", { name: "Send the link" }).click();
      await expect(page.getByText(/the link is on its way/)).toBeVisible();
      const link = linkIn(await letterTo(page, email, /Choose a new password/), "/reset-password");

      await page.goto(link);
      await page.getByRole("textbox", { name: "New password" }).fill("short");
      await page.getByRole("button", { name: "Save the password" }).click();
      await expect(page.getByText("Write 8 to 128 characters.")).toBeVisible();
      await page.getByRole("textbox", { name: "New password" }).fill(NEW_PASSWORD);
      await page.getByRole("button", { name: "Save the password" }).click();
      await expect(page.getByText("Your new password is saved.")).toBeVisible();
      await letterTo(page, email, /Your password was changed/);

      await page.goto(link);
      await expect(page.getByText("This link does not work any more")).toBeVisible();
      await expect(page.getByRole("link", { name: "Ask for a new link" })).toBeVisible();
      for (const [tried, isRight] of [
        [password, false],
        [NEW_PASSWORD, true],
      ] as const) {
        await page.goto("/sign-in");
        await page.getByRole("textbox", { name: "Email" }).fill(email);
        await page.getByRole("textbox", { name: "Password" }).fill(tried);
        await page.getByRole("button", { name: "Sign in" }).click();
        if (isRight) await expect(page).not.toHaveURL(/sign-in/);
        else await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
      }
      expect(failures).toEqual([]);
    });
  });
}

test("an e-mail without an account gets the same page and no mail", async ({ page, failures }) => {
  await page.goto("/forgot-password");
  await page.getByRole("textbox", { name: "Email" }).fill("nobody-at-all@example.com");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(/the link is on its way/)).toBeVisible();
  expect(failures).toEqual([]);
});
