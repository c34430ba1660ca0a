import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { type APIRequestContext, type BrowserContext, chromium } from "@playwright/test";
import { type Shot, shotsOf } from "@/e2e/screenshots/shots";
import { findBrowser } from "@/scripts/find-browser";

const { values } = parseArgs({
  options: {
    site: { type: "string", default: "http://localhost:3000" },
    into: { type: "string", default: "screenshots" },
    only: { type: "string", default: "" },
  },
});

const DEVICES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const LANGUAGES = { en: "", ur: "/ur" };
const SCHEMES = ["light", "dark"] as const;

async function signIn(request: APIRequestContext, email: string, password: string): Promise<void> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  await request.post("/api/auth/callback/credentials", { form: { csrfToken, email, password } });
}

async function newcomer(request: APIRequestContext): Promise<void> {
  const account = { email: `pictures-${Date.now()}@example.com`, password: "a long enough secret" };
  await request.post("/api/auth/register/", { data: { ...account, name: "Bilal Ahmed" } });
  await signIn(request, account.email, account.password);
}

async function take(context: BrowserContext, shot: Shot, prefix: string, file: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(prefix + shot.path, { waitUntil: "networkidle" });
  await shot.before?.(page);
  await page.waitForTimeout(400); // what fades in
  await page.screenshot({ path: file, fullPage: true });
  await context.setOffline(false);
  await page.close();
}

const isRoot = process.getuid?.() === 0;
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: isRoot ? ["--no-sandbox"] : [],
});
const open = (options = {}) => browser.newContext({ baseURL: values.site, ...options });

const shopper = await open();
await signIn(shopper.request, "shopper@example.com", "shopper-demo-1");
for (const [product_item_code, quantity] of [
  ["FG001", 2],
  ["FG011", 1],
] as const) {
  await shopper.request.post("/api/cart/cart/add_item/", { data: { product_item_code, quantity } });
}
const { results } = await (await shopper.request.get("/api/cart/orders/?page_size=100")).json();
type Listed = {
  id: number;
  status: string;
  payments: { transaction_id: string; status: string; payment_method: string }[];
};
const orders = (results as Listed[]).map(({ id, status, payments }) => ({
  id,
  status,
  payments: payments.map((one) => ({ ...one, method: one.payment_method })),
}));
const stranger = await open();
await newcomer(stranger.request);
const states = { nobody: undefined, shopper: await shopper.storageState(), newcomer: await stranger.storageState() };

let taken = 0;
for (const [device, viewport] of Object.entries(DEVICES)) {
  for (const [language, prefix] of Object.entries(LANGUAGES)) {
    for (const colorScheme of SCHEMES) {
      const folder = `${values.into}/${device}-${language}-${colorScheme}`;
      mkdirSync(folder, { recursive: true });
      for (const as of ["nobody", "newcomer", "shopper"] as const) {
        const context = await open({ viewport, colorScheme, storageState: states[as] });
        for (const shot of shotsOf(orders)) {
          if (shot.as !== as || !`${folder}/${shot.name}`.includes(values.only)) continue;
          await take(context, shot, prefix, `${folder}/${shot.name}.png`);
          taken++;
        }
        await context.close();
      }
    }
  }
}
await browser.close();
console.log(`${taken} pictures of pages stand in ${values.into}/`);
