import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { orderOf, signInTo } from "./orders-by-api";
import { database, expect, putInCart, signUp, test, title } from "./shopper";

const CHARTS = [/^Money received by day/, /^Paid part of the attempts/, /^Attempts by JazzCash/, /^Carts, orders/];
const UNKNOWN = "Unknown for over 30 minutes";

const figuresOf = async (page: Page, query = "") =>
  (await page.request.get(`/api/admin/dashboard/${query}`)).json() as Promise<Figures>;
type Figures = {
  zeros: Record<string, { count: number }>;
  shop: { total_orders: number };
  funnel: { ordered: number };
};

const numbersOf = ({ zeros, shop, funnel }: Figures) => [
  ...Object.values(zeros).map(({ count }) => count),
  shop.total_orders,
  funnel.ordered,
];

const rowOf = (page: Page, table: string, name: string) =>
  page.getByRole("table", { name: table }).getByRole("row").filter({ hasText: name });

const factOf = (page: Page, name: string) =>
  page
    .getByRole("term")
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator("xpath=../dd")
    .first()
    .innerText();

/** An attempt of somebody else of which JazzCash has said nothing for long. */
async function anUnknownAttempt(page: Page): Promise<string> {
  await signUp(page);
  await putInCart(page);
  const order = await orderOf(page);
  const data = { order_id: order.id, payment_method: "jazzcash" };
  const { payment_id, transaction_id } = await (
    await page.request.post("/api/cart/payments/initiate/", { data })
  ).json();
  const sql = database();
  await sql`update payments set status = 'processing', created_at = created_at - interval '31 minutes',
    last_inquired_at = now() where id = ${payment_id}`;
  await sql`insert into payment_events (payment_id, transaction_id, channel, is_outgoing, fields, decision, status_after,
    created_at) values (${payment_id}, ${transaction_id}, 'shop', false, '{}', 'gateway_pending', 'processing', now())`;
  await sql.end();
  await page.context().clearCookies();
  return transaction_id;
}

test("the four numbers lead to their cases, and the page says what the API says", async ({ page, failures }) => {
  const reference = await anUnknownAttempt(page);
  await signInTo(page.request, "admin@example.com", "admin-demo-1");
  await expect(async () => {
    const before = numbersOf(await figuresOf(page));
    await page.goto("/admin");
    const links = await page.getByRole("region", { name: "Must be zero" }).getByRole("link").allInnerTexts();
    const placed = (await rowOf(page, "From cart to paid", "Of these, ordered").innerText()).split("\t")[1];
    const shown = [...links, await factOf(page, "Orders, cancelled ones too"), placed ?? ""].map((words) =>
      parseInt(words),
    );
    const after = numbersOf(await figuresOf(page));
    for (const [at, number] of shown.entries()) {
      const both = [before[at] ?? 0, after[at] ?? 0]; // other journeys go on meanwhile
      expect(number).toBeGreaterThanOrEqual(Math.min(...both));
      expect(number).toBeLessThanOrEqual(Math.max(...both));
    }
  }).toPass();

  for (const chart of CHARTS) {
    await expect(page.getByRole("img", { name: chart }).locator("svg").first()).toBeVisible();
  }
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);

  await page.getByRole("link", { name: new RegExp(UNKNOWN) }).click();
  await title(page, UNKNOWN);
  await expect(page.getByRole("row").filter({ hasText: reference })).toBeVisible();
  expect(failures).toEqual([]);
});

test("shoppers and strangers find no dashboard", async ({ shopper: page }) => {
  for (const path of ["/admin", "/admin?range=today", "/ur/admin", "/admin/cases/unknown"]) {
    expect((await page.request.get(path)).status()).toBe(404);
  }
  expect((await page.request.get("/api/admin/dashboard/")).status()).toBe(403);
  await page.context().clearCookies();
  expect((await page.request.get("/admin")).status()).toBe(404);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every chart has its table, and the days are chosen by links and by a form", async ({ page, failures }) => {
    await signInTo(page.request, "admin@example.com", "admin-demo-1");
    await page.goto("/admin");
    await expect(page.getByRole("img")).toHaveCount(0);
    for (const table of [
      "Sales by day and by method",
      "Success by method",
      "Success by gateway code",
      "From cart to paid",
    ]) {
      await expect(page.getByRole("table", { name: table })).toBeVisible();
    }
    await page.getByRole("link", { name: "30 days" }).click();
    await expect(page.getByRole("link", { name: "30 days" })).toHaveAttribute("aria-current", "true");
    const from = await page.getByRole("textbox", { name: "From" }).inputValue();
    await page.getByRole("textbox", { name: "To", exact: true }).fill(from);
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(`/admin?from=${from}&to=${from}`);
    await page.goto("/admin?from=nonsense&range=8");
    await expect(page.getByRole("link", { name: "7 days" })).toHaveAttribute("aria-current", "true");
    expect(failures).toEqual([]);
  });
});
