import { randomUUID } from "node:crypto";
import { expect, type Page, test as base } from "@playwright/test";
import postgres from "postgres";

const SITE = process.env.SITE_URL ?? "http://localhost:3000";
const ALLOWED = [/_rsc=/]; // prefetches that a navigation leaves behind

type Wallet = { mobile: string; cnic: string };

/** Signed in as somebody new; every test has a shopper of its own, and fails on an error in its console. */
export const test = base.extend<{ shopper: Page; failures: string[] }>({
  failures: async ({ page, javaScriptEnabled }, use) => {
    const failures: string[] = [];
    page.on("console", (message) => message.type() === "error" && failures.push(message.text()));
    page.on("pageerror", (error) => failures.push(error.message));
    page.on("requestfailed", (request) => {
      const isOurs = request.url().startsWith(SITE) && !ALLOWED.some((one) => one.test(request.url()));
      const why = request.failure()?.errorText ?? "";
      const isExpected = why.includes("ERR_ABORTED") || (!javaScriptEnabled && why === "csp"); // no script is let in then
      if (isOurs && request.method() === "GET" && !isExpected) failures.push(`${request.url()} ${why}`);
    });
    await use(failures);
    expect(failures).toEqual([]);
  },
  shopper: async ({ page, failures }, use) => {
    expect(failures).toEqual([]);
    await signUp(page);
    await use(page);
  },
});

export async function signUp(page: Page): Promise<{ email: string; password: string }> {
  const account = { email: `${randomUUID()}@example.com`, password: "a long enough secret" };
  const registered = await page.request.post("/api/auth/register/", { data: { ...account, name: "Bilal Ahmed" } });
  expect(registered.status()).toBe(201);
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  await page.request.post("/api/auth/callback/credentials", { form: { csrfToken, ...account } });
  return account;
}

/** Whose browser this is. */
export async function userIdOf(page: Page): Promise<number> {
  const { user } = await (await page.request.get("/api/auth/session")).json();
  return Number(user.id);
}

/** What is in the cart already when a journey begins, of somebody with a session. */
export async function putInCart(page: Page, itemCode = "FG001", quantity = 1): Promise<void> {
  const data = { product_item_code: itemCode, quantity };
  expect((await page.request.post("/api/cart/cart/add_item/", { data })).status()).toBe(201);
}

/** Puts it in by hand, on the product's page. */
export async function addToCart(page: Page, itemCode = "FG001", quantity = 1): Promise<void> {
  await page.goto(`/products/${itemCode}`);
  await page.getByRole("spinbutton", { name: "Quantity" }).fill(String(quantity));
  const added = page.waitForResponse((response) => response.url().includes("/add_item/"));
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByRole("link", { name: new RegExp(`cart.*${quantity}`, "i") }).first()).toBeVisible();
  expect((await added).status()).toBe(201); // the count moves before the shop has answered
}

export async function fillCheckout(page: Page, method: string, wallet?: Wallet): Promise<void> {
  await page.goto("/checkout");
  await page.getByRole("textbox", { name: "Full name" }).fill("Bilal Ahmed");
  await page.getByRole("textbox", { name: "Phone" }).fill("+92 300 1234567");
  await page.getByRole("textbox", { name: "Address" }).fill("House 5, near the blue mosque");
  await page.getByRole("textbox", { name: "City" }).fill("Multan");
  await page.getByRole("radio", { name: method, exact: true }).check();
  if (wallet) {
    await page.getByRole("textbox", { name: "JazzCash number" }).fill(wallet.mobile);
    await page.getByRole("textbox", { name: "Last 6 digits of CNIC" }).fill(wallet.cnic);
  }
}

export const placeOrder = (page: Page) => page.getByRole("button", { name: /^Place order/ }).click();

/** On the gateway's page: presses a button, and goes back where the gateway sends the browser. */
export async function atJazzCash(page: Page, button: string): Promise<void> {
  await expect(page.getByRole("heading", { name: "JazzCash simulator" })).toBeVisible();
  await page.getByRole("button", { name: button, exact: true }).click();
}

export const title = (page: Page, name: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

/** The shop's database, for what only time can do: rows are moved back in it. */
export const database = () => postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });

export { expect };
