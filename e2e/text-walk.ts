import { writeFileSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "@/scripts/find-browser";

const SITE = process.env.SITE_URL ?? "http://localhost:3000";
const FILE = "docs/text-walk.md";

const isRoot = process.getuid?.() === 0;
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: isRoot ? ["--no-sandbox"] : [],
});
const page = await browser.newPage({ baseURL: SITE });
const parts: string[] = [];

/** What a screen reader finds on the page, from top to bottom: roles, names, states. */
async function hear(title: string, from: Page): Promise<void> {
  await from.waitForLoadState("networkidle");
  const said = await from.locator("body").ariaSnapshot();
  parts.push(`## ${title}\n\n\`\`\`yaml\n${said.replaceAll(SITE, "")}\n\`\`\`\n`);
}

await page.goto("/");
await hear("1. Home", page);
await page.goto("/products/FG011");
await hear("2. A product with options", page);
await page.getByRole("button", { name: "Add to cart" }).click();
await page
  .getByRole("link", { name: /cart.*1/i })
  .first()
  .waitFor();
await page.goto("/cart");
await hear("3. The cart", page);
await page.goto("/checkout");
await page.getByRole("button", { name: /^Place order/ }).click();
await page.getByRole("main").getByRole("alert").first().waitFor();
await hear("4. Checkout, sent too early", page);
for (const [name, text] of [
  ["Full name", "Bilal Ahmed"],
  ["Phone", "0300 1234567"],
  ["Address", "House 5, near the blue mosque"],
  ["City", "Multan"],
] as const) {
  await page.getByRole("textbox", { name, exact: true }).fill(text);
}
await page.getByRole("radio", { name: "JazzCash", exact: true }).check();
await page.getByRole("button", { name: /^Place order/ }).click();
await page.getByRole("button", { name: "Decline", exact: true }).click();
await page.getByRole("heading", { name: "Payment failed" }).waitFor();
await hear("5. Back from JazzCash: the payment failed", page);
await page.getByRole("button", { name: /^Pay now/ }).click();
await page.getByRole("button", { name: "Pay", exact: true }).click();
await page.getByRole("heading", { name: "Payment successful" }).waitFor();
await hear("6. Paid at the second try", page);
await page.getByRole("link", { name: "See the order" }).click();
await page.waitForURL(/\/orders\/\d+/);
await hear("7. The order", page);
await browser.close();

writeFileSync(
  FILE,
  `# A purchase as a screen reader finds it

Written by \`npm run text-walk\` from the running demo: the roles, names and states of each page, from top to bottom.

${parts.join("\n")}`,
);
console.log(`${parts.length} pages are told in ${FILE}`);
