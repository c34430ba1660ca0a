import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { orderOf, payByCash, signInTo } from "./orders-by-api";
import { database, expect, putInCart, signUp, test, title } from "./shopper";

const SIMULATOR = process.env.SIMULATOR_URL ?? "http://localhost:4000";

const asAdministrator = (page: Page) => signInTo(page.request, "admin@example.com", "admin-demo-1");

/** Somebody's order, paid at JazzCash. */
async function paidReference(page: Page): Promise<string> {
  await signUp(page);
  await putInCart(page);
  const { id } = await orderOf(page);
  const data = { order_id: id, payment_method: "jazzcash" };
  const opened = await (await page.request.post("/api/cart/payments/initiate/", { data })).json();
  await page.request.post(opened.jazzcash_payment_url, { form: opened.form_data });
  const reference: string = opened.transaction_id;
  for (const [control, more] of [
    ["state", { state: "paid" }],
    ["ipn", {}],
  ] as const) {
    expect((await page.request.post(`${SIMULATOR}/_control/${control}`, { data: { reference, ...more } })).ok()).toBe(
      true,
    );
  }
  await page.context().clearCookies();
  return reference;
}

/** The day's file of JazzCash, with the rows of this payment alone: other journeys pay meanwhile. */
async function fileOf(page: Page, reference: string): Promise<string> {
  const day = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10).replaceAll("-", "");
  const text = await (await page.request.get(`${SIMULATOR}/_control/settlement.csv?day=${day}`)).text();
  const lines = text.split("\r\n");
  return [lines[0], ...lines.filter((line) => line.startsWith(reference))].join("\r\n");
}

async function takeIn(page: Page, text: string): Promise<void> {
  const file = { name: "november.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Take in" }).click();
}

const expectAccessible = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
};

test("JazzCash's file settles a payment once, and what is not known here waits for a person", async ({
  page,
  failures,
}) => {
  const reference = await paidReference(page);
  const text = await fileOf(page, reference);
  const sql = database();
  await sql`delete from settlement_columns`;
  await sql.end();
  await asAdministrator(page);
  await page.goto("/admin/settlements");
  await takeIn(page, text);
  await expect(page.getByRole("alert").filter({ hasText: "columns" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Fee" })).toHaveValue("MDR");
  await expectAccessible(page);
  await takeIn(page, text);
  await title(page, "november.csv");
  const row = page.getByRole("table", { name: "Rows of the file" }).getByRole("row").filter({ hasText: reference });
  await expect(row).toContainText("Settled");
  await expectAccessible(page);

  await page.goto("/admin/settlements");
  await takeIn(page, text);
  await expect(page.getByText("taken in before")).toBeVisible();
  await page.goto("/admin/settlements");
  await takeIn(page, text.replace(/,\d\d\//, ",31/"));
  await takeIn(page, `${text}\r\nT00000000000000NONE,10.00,0.00,0.00,10.00,26/11/2026\r\n`);
  await expect(page.getByRole("link", { name: "Not known here (1)" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Settled before (1)" })).toBeVisible();
  const reviews = await (
    await page.request.get("/api/cart/reviews/?kind=settlement_differs&open=true&page_size=100")
  ).json();
  expect(
    reviews.results.some((item: { facts: { reference?: string } }) => item.facts.reference === "T00000000000000NONE"),
  ).toBe(true);
  expect(failures).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("cash on the road has its age, and is recorded for those that are ticked", async ({ page, failures }) => {
    await signUp(page);
    await putInCart(page);
    const order = await orderOf(page);
    await payByCash(page, order);
    await page.context().clearCookies();
    await asAdministrator(page);
    for (const status of ["in_progress", "shipped"]) {
      await page.request.patch(`/api/cart/orders/${order.id}/update_status/`, { data: { status } });
    }
    const courier = `Rider ${order.id}`;
    const sql = database();
    await sql`update orders set courier = ${courier} where id = ${order.id}`;
    await sql.end();
    await page.goto(`/admin/cash?courier=${encodeURIComponent(courier)}`);
    await expect(page.getByRole("row").filter({ hasText: order.order_number })).toContainText("0 days");
    await page.getByRole("checkbox", { name: `Choose ${order.order_number}` }).check();
    await page.getByRole("button", { name: "Record cash of the chosen" }).click();
    await expect(page.getByRole("status").first()).toContainText("The cash of 1 order is recorded.");
    await page.goto(`/admin/cash?place=collected&courier=${encodeURIComponent(courier)}`);
    await expect(page.getByRole("link", { name: order.order_number })).toBeVisible();
    expect(failures).toEqual([]);
  });
});

test("shoppers find neither desk, and staff both", async ({ shopper: page }) => {
  for (const path of [
    "/admin/cash",
    "/admin/settlements",
    "/admin/settlements/1",
    "/admin/settlements/unsettled",
    "/ur/admin/cash",
  ]) {
    expect((await page.request.get(path)).status()).toBe(404);
  }
  const upload = () =>
    page.request.post("/api/admin/settlements/?source=gateway", { headers: { "content-type": "text/csv" }, data: "a" });
  expect((await upload()).status()).toBe(403);
  const session = await (await page.request.get("/api/auth/session")).json();
  const sql = database();
  await sql`update users set role = 'staff' where id = ${Number(session.user.id)}`;
  await sql.end();
  expect((await page.request.get("/admin/cash")).status()).toBe(200);
  expect((await page.request.get("/admin/settlements")).status()).toBe(200);
  expect((await upload()).status()).toBe(400);
});
