import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { letterTo, linkIn } from "./inbox";
import { database, expect, putInCart, signUp, test, title, userIdOf } from "./shopper";

const PASSWORD = "a long enough secret";

async function asAdmin(page: Page): Promise<void> {
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email: "admin@example.com", password: "admin-demo-1" };
  await page.request.post("/api/auth/callback/credentials", { form });
}

test("somebody is invited, finds the link in the mail, joins, and sees what staff may do", async ({
  page,
  failures,
}) => {
  const email = `${randomUUID()}@example.com`;
  await asAdmin(page);
  await page.goto("/admin/people");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("button", { name: `Withdraw the invitation of ${email}` })).toBeVisible();

  await page.goto("about:blank"); // the office would notice that nobody is signed in any more
  await page.context().clearCookies();
  const link = linkIn(await letterTo(page, email, /back office/), "/join");
  await page.goto(link);
  await title(page, "Work with us in the shop");
  await page.getByRole("textbox", { name: "Name" }).fill("Sana Iqbal");
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  const places = page.getByRole("navigation", { name: "Back office" });
  await expect(places.getByRole("link", { name: "Orders" })).toBeVisible();
  await expect(places.getByRole("link", { name: "People" })).toHaveCount(0);
  for (const path of ["people", "audit"]) expect((await page.request.get(`/admin/${path}`)).status()).toBe(404);
  await page.goto(link);
  await title(page, "This invitation does not work any more");
  expect(failures).toEqual([]);
});

test("a second factor is set up with a code, and from then on the sign-in asks for one", async ({ page, failures }) => {
  const { email, password } = await signUp(page);
  await page.goto("/account/second-factor");
  await page.getByRole("textbox", { name: "Your password" }).fill(password);
  await page.getByRole("button", { name: "Set it up" }).click();
  await expect(page.getByRole("img", { name: "The code to scan" })).toBeVisible();
  const secret = (await page.locator("bdi.font-mono").innerText()).replaceAll(" ", "");
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  await page.getByRole("textbox", { name: "Code from the app" }).fill(totp.generate());
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByRole("heading", { name: "Keep these recovery codes" })).toBeVisible();
  const [recovery = ""] = await page.locator("ol[dir=ltr] li").allInnerTexts();

  await page.context().clearCookies();
  await page.goto("/sign-in?next=/account");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("textbox", { name: "Code" }).fill("000000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("This code is not right")).toBeVisible();
  await page.getByRole("textbox", { name: "Code" }).fill(recovery);
  await page.getByRole("button", { name: "Sign in" }).click();
  await title(page, "Account");
  expect(failures).toEqual([]);
});

test("a change by the API is in the audit with the actor's mail, and the export is a file", async ({ page }) => {
  await signUp(page);
  const userId = await userIdOf(page);
  await page.context().clearCookies();
  await asAdmin(page);
  const changed = await page.request.patch(`/api/admin/people/${userId}/role/`, { data: { role: "staff" } });
  expect(changed.status()).toBe(200);
  await page.goto(`/admin/audit?subject=user:${userId}`);
  const row = page.getByRole("row").filter({ hasText: "Role changed" });
  await expect(row).toContainText("admin@example.com");
  await expect(row).toContainText("RoleCustomerStaff");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^audit-\d{8}\.csv$/);
});

test("what has had its time is shown first and then taken out of the carts", async ({ page, failures }) => {
  await signUp(page);
  await putInCart(page, "FG003");
  const userId = await userIdOf(page);
  const sql = database();
  await sql`update cart_items set created_at = now() - interval '30 hours'
    where cart_id = (select id from carts where user_id = ${userId})`;
  await sql.end();
  for (const path of ["carts", "people", "audit"])
    expect((await page.request.get(`/admin/${path}`)).status()).toBe(404);
  await page.context().clearCookies();
  await asAdmin(page);
  await page.goto("/admin/carts?state=expired");
  await expect(page.getByRole("row").filter({ hasText: "FG003" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Expire now" }).click();
  await expect(page.getByRole("status").filter({ hasText: "left" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Expire now" })).toHaveCount(0);
  expect(failures).toEqual([]);
});
