import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { signInTo } from "./orders-by-api";
import { database, expect, signUp, test, title } from "./shopper";

const ADMIN = { email: "admin@example.com", password: "admin-demo-1" };

/** A product of this test's own, made as an administrator makes one. */
async function aProduct(page: Page): Promise<string> {
  const item_code = `J-${randomUUID().slice(0, 8)}`;
  const data = { item_code, name: `Jug ${item_code}`, name_ur: "صراحی", category: "kitchen", price: "450", stock: 12 };
  expect((await page.request.post("/api/admin/products/", { data })).status()).toBe(201);
  return item_code;
}

const save = (page: Page) => page.getByRole("button", { name: "Save" }).click();
const saved = (page: Page) => expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();

test("a price is changed and a stock counted with its reason, and the shop shows both", async ({ page, failures }) => {
  await signInTo(page.request, ADMIN.email, ADMIN.password);
  const code = await aProduct(page);
  await page.goto(`/admin/products?search=${code}`);
  const row = page.getByRole("row").filter({ hasText: code });
  await row.getByRole("textbox", { name: "Price" }).fill("Rs 1,475");
  await row.getByRole("button", { name: "Save" }).click();
  await saved(page);
  await page.getByRole("link", { name: code }).click();
  await title(page, `Jug ${code}`);
  await expect(page.getByRole("textbox", { name: "Price" })).toHaveValue("1475.00");
  await page.getByRole("textbox", { name: "Stock" }).fill("3");
  await page.getByRole("textbox", { name: "Reason for the new count" }).fill("Shelf counted");
  await save(page);
  await saved(page);
  const counted = page.getByRole("table", { name: "Changes of the number of pieces" }).getByRole("row").nth(1);
  await expect(counted).toContainText(ADMIN.email);
  await expect(counted).toContainText("Shelf counted");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const data = { name: "Jug of clay", seen: { name: `Jug ${code}` } };
  expect((await page.request.patch(`/api/admin/products/${code}/`, { data })).status()).toBe(200);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Jug of glass");
  await save(page);
  const told = page.getByRole("alert").filter({ hasText: "Jug of clay" });
  await expect(told).toBeVisible();
  await save(page);
  await expect(told).toBeHidden();
  await saved(page);
  await page.goto(`/products/${code}`);
  await title(page, "Jug of glass");
  await expect(page.getByText("Rs 1,475").first()).toBeVisible();
  await expect(page.getByText("3 left", { exact: false }).first()).toBeVisible();
  expect(failures).toEqual([]);
});

test("a picture is uploaded and shown in the width that fits; what is none is refused in words", async ({
  page,
  failures,
}) => {
  await signInTo(page.request, ADMIN.email, ADMIN.password);
  const code = await aProduct(page);
  await page.goto(`/admin/products/${code}`);
  const upload = async (name: string, buffer: Buffer) => {
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Typed before");
    await page.getByLabel("Picture file").setInputFiles({ name, mimeType: "image/png", buffer });
    await page.getByRole("button", { name: "Upload" }).click();
  };
  await upload("jug.png", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"));
  await expect(page.getByRole("alert").filter({ hasText: "no JPEG, PNG, WebP or AVIF" })).toBeVisible();
  failures.length = 0; // the refused picture's own answer
  const background = { r: Math.floor(Math.random() * 256), g: Math.floor(Math.random() * 256), b: 120 };
  await upload(
    "jug.png",
    await sharp({ create: { width: 800, height: 800, channels: 3, background } })
      .png()
      .toBuffer(),
  );
  await saved(page);
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Typed before");
  await page.goto(`/products/${code}`);
  const picture = page.locator("article img").first();
  await expect(picture).toHaveAttribute("srcset", /320w.*640w.*960w/);
  await expect.poll(() => picture.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBeGreaterThan(300);
  expect((await page.request.get(`/share/en/products/${code}.png`)).status()).toBe(200);
  expect(failures).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a file shows what it would change before it does", async ({ page }) => {
    await signInTo(page.request, ADMIN.email, ADMIN.password);
    const code = await aProduct(page);
    await page.goto("/admin/products/import");
    const file = (csv: string) => ({ name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await page.getByLabel("CSV file").setInputFiles(file(`item_code,price,stock\n${code},510,7\n`));
    await page.getByRole("button", { name: "See what would change" }).click();
    const plan = page.getByRole("table", { name: "What would change" });
    await expect(plan.getByRole("row").nth(1)).toContainText(/450\.00\s*→\s*510\.00/);
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: "Imported." })).toBeVisible();
    const product = await (await page.request.get(`/api/admin/products/${code}/`)).json();
    expect([product.price, product.stock]).toEqual(["510.00", 7]);
  });
});

test("a shopper finds none of it, and staff count but set no prices", async ({ page, failures }) => {
  const account = await signUp(page);
  for (const path of ["products", "products/FG001", "products/new", "products/import", "delivery", "codes"]) {
    expect([path, (await page.request.get(`/admin/${path}`)).status()]).toEqual([path, 404]);
  }
  const sql = database();
  await sql`update users set role = 'staff' where email = ${account.email}`;
  await sql.end();
  await page.goto("/admin/products/FG002");
  await expect(page.getByRole("textbox", { name: "Stock" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Price" })).toHaveCount(0);
  for (const path of ["products/new", "products/import", "codes/new"]) {
    expect([path, (await page.request.get(`/admin/${path}`)).status()]).toEqual([path, 404]);
  }
  for (const path of ["delivery", "codes", "products/categories", "settings"]) {
    await page.goto(`/admin/${path}`);
    await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  }
  expect(failures).toEqual([]);
});
