import { AxeBuilder } from "@axe-core/playwright";
import { orderOf, signInTo } from "./orders-by-api";
import { addToCart, expect, signUp, test, title } from "./shopper";

const NEW = "quite another secret";

test("name and phone are changed, and a wrong phone is said by its field", async ({ shopper: page }) => {
  await page.goto("/account");
  await title(page, "Account");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Sana Malik");
  const phone = page.getByRole("textbox", { name: "Phone", exact: true });
  await phone.fill("12");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(phone).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Sana Malik");
  await phone.fill("+92 321 7654321");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Sana Malik");
  await expect(phone).toHaveValue("0321 7654321");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((one) => one.id)).toEqual([]);
});

test("a new password ends every other session, and the old one opens nothing", async ({ page, failures, browser }) => {
  const { email, password } = await signUp(page);
  const phone = await (await browser.newContext()).newPage();
  await signInTo(phone.request, email, password);
  await page.goto("/account");
  await page.getByLabel("Present password").fill("a guess");
  await page.getByLabel("New password").fill(NEW);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This is not your password.")).toBeVisible();
  await page.getByLabel("Present password").fill(password);
  await page.getByLabel("New password").fill(NEW);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  expect((await page.request.get("/api/cart/cart/")).status()).toBe(200);
  expect((await phone.request.get("/api/cart/cart/")).status()).toBe(401);
  await signInTo(phone.request, email, password);
  expect((await phone.request.get("/api/cart/cart/")).status()).toBe(401);
  await signInTo(phone.request, email, NEW);
  expect((await phone.request.get("/api/cart/cart/")).status()).toBe(200);
  await phone.context().close();
  expect(failures).toEqual([]);
});

test("one other place is signed out, then all of them", async ({ page, failures, playwright, baseURL }) => {
  const { email, password } = await signUp(page);
  const userAgent = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36";
  const phone = await playwright.request.newContext({ baseURL, userAgent });
  const isIn = async () => (await phone.get("/api/cart/cart/")).status() === 200;
  await signInTo(phone, email, password);
  await page.goto("/account");
  await expect(page.getByText("This browser")).toBeVisible();
  await page.getByRole("button", { name: "Sign out Chrome on Android" }).click();
  await expect(page.getByText("Chrome on Android")).toHaveCount(0);
  expect(await isIn()).toBe(false);
  await signInTo(phone, email, password);
  await page.reload();
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await title(page, "Sign in");
  await expect(page.getByText("You are signed out everywhere.")).toBeVisible();
  expect(await isIn()).toBe(false);
  await phone.dispose();
  expect(failures).toEqual([]);
});

test("an account is deleted once its orders are over, and its e-mail is free again", async ({ page, failures }) => {
  const { email, password } = await signUp(page);
  const order = await orderOf(page, "FG001");
  await page.goto("/account");
  const leave = async (typed: string) => {
    const field = page.getByLabel("Your password, to confirm");
    if (!(await field.isVisible())) await page.getByText("Delete account", { exact: true }).click();
    await field.fill(typed);
    await page.getByRole("button", { name: "Delete for good" }).click();
  };
  await leave("a guess");
  await expect(page.getByText("This is not your password.")).toBeVisible();
  await leave(password);
  const told = page.getByRole("alert").filter({ hasText: "is still open" });
  await expect(told.getByRole("link", { name: order.order_number })).toBeVisible();
  await page.request.post(`/api/cart/orders/${order.id}/cancel/`, { data: {} });
  await leave(password);
  await title(page, "Sign in");
  await expect(page.getByText("Your account is deleted.")).toBeVisible();
  expect((await page.request.get("/api/cart/cart/")).status()).toBe(401);
  const again = await page.request.post("/api/auth/register/", { data: { email, password, name: "Anew" } });
  expect(again.status()).toBe(201);
  expect(failures).toEqual([]);
});

test("strangers and guests are led to sign in and then back", async ({ page, failures }) => {
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount/);
  await addToCart(page);
  await page.goto("/account");
  await title(page, "Sign in");
  expect(failures).toEqual([]);
});

test("what is typed as a password can be looked at", async ({ page, failures }) => {
  await page.goto("/sign-in?next=/orders");
  const field = page.getByLabel("Password");
  await expect(field).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(field).toHaveAttribute("type", "text");
  await expect(page.getByRole("link", { name: /Make an account/ })).toHaveAttribute("href", /next=%2Forders/);
  expect(failures).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a password is changed and a wrong one is said", async ({ page, failures }) => {
    const { password } = await signUp(page);
    await page.goto("/account");
    for (const [typed, answer] of [
      ["a guess", "This is not your password."],
      [password, "Your password is changed."],
    ] as const) {
      await page.getByLabel("Present password").fill(typed);
      await page.getByLabel("New password").fill(NEW);
      await page.getByRole("button", { name: "Change password" }).click();
      await expect(page.getByText(answer)).toBeVisible();
    }
    expect(failures).toEqual([]);
  });
});
