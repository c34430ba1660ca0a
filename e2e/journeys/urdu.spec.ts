import type { Page } from "@playwright/test";
import words from "../../messages/ur.json" with { type: "json" };
import { atJazzCash, database, expect, test, title } from "./shopper";

const PATIENTLY = { timeout: 30_000 }; // the page asks after 2, 5 and 10 seconds

/** Puts a thing into the cart and fills the checkout, all of it on Urdu pages. */
async function upToCheckout(page: Page, itemCode: string): Promise<void> {
  await page.goto(`/ur/products/${itemCode}`);
  const added = page.waitForResponse((response) => response.url().includes("/add_item/"));
  await page.getByRole("button", { name: words.product.add }).click();
  expect((await added).status()).toBe(201);
  await page.goto("/ur/cart");
  await title(page, words.cart.title);
  await page.getByRole("link", { name: words.cart.checkout, exact: true }).click();
  await title(page, words.checkout.title);
  await page.getByRole("textbox", { name: words.checkout.name }).fill("عائشہ خان");
  await page.getByRole("textbox", { name: words.checkout.phone }).first().fill("0300 1234567");
  await page.getByRole("textbox", { name: words.checkout.address }).fill("مکان 5، نیلی مسجد کے پاس");
  await page.getByRole("textbox", { name: words.checkout.city }).fill("Multan");
}

const pay = async (page: Page, method: string) => {
  await page.getByRole("radio", { name: method, exact: true }).check();
  await page.getByRole("button", { name: new RegExp(`^${words.checkout.place}`) }).click();
};

const isUrdu = async (page: Page) => {
  await expect(page.locator("html")).toHaveAttribute("lang", "ur");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  expect(new URL(page.url()).pathname).toMatch(/^\/ur(\/|$)/);
};

test("the whole purchase in Urdu: to JazzCash, and back to Urdu", async ({ shopper: page }) => {
  await upToCheckout(page, "FG031");
  await isUrdu(page);
  await pay(page, words.checkout.methods.jazzcash);
  await atJazzCash(page, "Pay");
  await page.waitForURL(/\/ur\/payments\/T\d+/);
  await title(page, words.payment.titles.successful);
  await isUrdu(page);
  await page.getByRole("link", { name: words.payment.toOrder }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /^ORD-/ })).toBeVisible();
  await isUrdu(page);
  const sql = database();
  const number = await page.getByRole("heading", { level: 1 }).textContent();
  const [order] = await sql`select locale, customer_name from orders where order_number = ${number}`;
  await sql.end();
  expect(order).toEqual({ locale: "ur", customer_name: "عائشہ خان" });
});

const payByWallet = async (page: Page, number: string) => {
  await page.getByRole("radio", { name: words.checkout.methods.jazzcash_wallet, exact: true }).check();
  await page.getByRole("textbox", { name: words.checkout.walletPhone }).fill(number);
  await page.getByRole("textbox", { name: words.checkout.cnic }).fill("345678");
  await pay(page, words.checkout.methods.jazzcash_wallet);
  await page.waitForURL(/\/ur\/payments\/T\d+/);
};

test("the wallet in Urdu: approved on the phone while the page waits with its clock", async ({ shopper: page }) => {
  await upToCheckout(page, "FG039");
  await payByWallet(page, "03120000121");
  await title(page, words.payment.titles.checked);
  await isUrdu(page);
  await expect(page.getByText(words.payment.next.wallet)).toBeVisible();
  await expect(page.getByText(words.payment.walletLeft)).toBeVisible();
  await expect(page.getByRole("timer")).toHaveText(/^\d+:\d\d/);
  await expect(page.getByRole("heading", { level: 1, name: words.payment.titles.successful })).toBeVisible(PATIENTLY);
  await isUrdu(page);
  await expect(page.getByText(words.payment.next.successful)).toBeVisible();
});

test("a wallet that declines says why in Urdu, that nothing was taken, and can be paid anew", async ({
  shopper: page,
}) => {
  await upToCheckout(page, "FG040");
  await payByWallet(page, "03120000004");
  await title(page, words.payment.titles.failed);
  await isUrdu(page);
  for (const said of [words.payment.why.balance, words.payment.money.failed, words.payment.next.failed]) {
    await expect(page.getByText(said)).toBeVisible();
  }
  await page.getByRole("button", { name: new RegExp(`^${words.payment.payNow}`) }).click();
  await atJazzCash(page, "Pay");
  await title(page, words.payment.titles.successful);
  await isUrdu(page);
});

test("an order in Urdu for cash", async ({ shopper: page }) => {
  await upToCheckout(page, "FG032");
  await pay(page, words.checkout.methods.cash_on_delivery);
  await page.waitForURL(/\/ur\/(payments|orders)\//);
  await isUrdu(page);
  await expect(page.getByText("Rs", { exact: false }).first()).toBeVisible();
});

test("signing in and out stays in the language", async ({ page, failures }) => {
  expect(failures).toEqual([]);
  const account = { email: `${crypto.randomUUID()}@example.com`, password: "a long enough secret" };
  await page.request.post("/api/auth/register/", { data: { ...account, name: "عائشہ" } });
  await page.goto("/ur/account");
  await title(page, words.auth.signIn.title);
  await isUrdu(page);
  await page.getByRole("textbox", { name: words.auth.email }).fill(account.email);
  await page.getByLabel(words.auth.password).first().fill("something else");
  await page.getByRole("button", { name: words.auth.signIn.submit }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(words.auth.problems.wrong);
  await page.getByLabel(words.auth.password).first().fill(account.password);
  await page.getByRole("button", { name: words.auth.signIn.submit }).click();
  await page.waitForURL(/\/ur\/account$/);
  await page.getByRole("button", { name: words.auth.signOut, exact: true }).click();
  await page.waitForURL(/\/ur(\/sign-in)?$/);
  await isUrdu(page);
});

test("English stays English, whatever the browser prefers", async ({ browser }) => {
  const context = await browser.newContext({
    locale: "ur-PK",
    baseURL: process.env.SITE_URL ?? "http://localhost:3000",
  });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(new URL(page.url()).pathname).toBe("/");
  await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`javascript ${javaScriptEnabled}`, () => {
    test.use({ javaScriptEnabled });
    test("the language is switched on the same page, asking the same", async ({ page }) => {
      await page.goto("/products?search=lawn&ordering=name");
      const toUrdu = page.getByRole("link", { name: "اردو" });
      await expect(toUrdu).toHaveAttribute("hreflang", "ur");
      await toUrdu.click();
      await page.waitForURL("/ur/products?search=lawn&ordering=name");
      await isUrdu(page);
      await page.getByRole("link", { name: "English" }).click();
      await page.waitForURL("/products?search=lawn&ordering=name");
      await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
    });
  });
}

test("an unknown address can be read in the other language too", async ({ page }) => {
  await page.goto("/no-such-page");
  await page.getByRole("link", { name: "اردو" }).click();
  await page.waitForURL("/ur/no-such-page");
  await title(page, words.notFound.title);
});
