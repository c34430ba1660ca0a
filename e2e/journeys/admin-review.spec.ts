import { AxeBuilder } from "@axe-core/playwright";
import { aCashPayment, signInAs } from "./back-office";
import { signInTo } from "./orders-by-api";
import { database, expect, signUp, test, title } from "./shopper";

test("an item is taken on and closed with words, and then stands among the closed ones", async ({ page, failures }) => {
  const { payment } = await aCashPayment(page);
  const sql = database();
  await sql`insert into review_items (kind, payment_id, facts, opened_at)
    values ('do_not_collect', ${payment.payment_id}, ${sql.json({ amount: 300000 })}, now() - interval '25 hours')`;
  await sql.end();
  const { email } = await signInAs(page, "staff");
  await page.goto("/admin/review?kind=do_not_collect");
  await title(page, "Review");
  const item = page.getByRole("article").filter({ hasText: payment.transaction_id });
  await expect(item).toContainText("Older than a day");
  await expect(item).toContainText("Rs 3,000 were paid through JazzCash");
  await item.getByRole("button", { name: "Take it on" }).click();
  await expect(item).toContainText("Taken on by: Bilal Ahmed");
  await item.getByRole("button", { name: "Close" }).click();
  await expect(item.getByText("This is needed.")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await item.getByRole("textbox", { name: "Resolution" }).fill("The courier knows.");
  await item.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("status").filter({ hasText: "It is closed" })).toBeVisible();
  await expect(item).toHaveCount(0);
  await page.goto("/admin/review?kind=do_not_collect&open=false");
  await expect(item).toContainText(`Closed by ${email}: “The courier knows.”`);
  expect(failures).toEqual([]);
});

test("settings are changed by an administrator; what is no number is said by its field", async ({ page, failures }) => {
  await signInTo(page.request, "admin@example.com", "admin-demo-1");
  const before = await (await page.request.get("/api/admin/settings/")).json();
  await page.goto("/admin/settings");
  const days = page.getByRole("textbox", { name: "Days until a payment must be in the bank" });
  await days.fill("soon");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Write 1 to 90 days.")).toBeVisible();
  await expect(days).toHaveValue("soon");
  await days.fill(String(before.unsettled_after_days + 1));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  const after = await (await page.request.get("/api/admin/settings/")).json();
  expect(after).toEqual({ ...before, unsettled_after_days: before.unsettled_after_days + 1 });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect((await page.request.put("/api/admin/settings/", { data: before })).status()).toBe(200);
  expect(failures).toEqual([]);
});

test("shoppers find none of these pages, and staff change no settings", async ({ page }) => {
  await signUp(page);
  for (const path of ["/admin/payments", "/admin/payments/1", "/admin/review", "/admin/settings"]) {
    expect([path, (await page.request.get(path)).status()]).toEqual([path, 404]);
  }
  await signInAs(page, "staff");
  await page.goto("/admin/settings");
  await expect(page.getByText("Only an administrator can change these.")).toBeVisible();
  for (const path of ["/admin/payments/987654321", "/admin/payments/one"]) {
    expect((await page.request.get(path)).status()).toBe(404);
  }
  expect((await page.request.get("/admin/payments?status=lost&page=x&from=today&unknown=maybe")).status()).toBe(200);
});
