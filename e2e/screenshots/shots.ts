import type { Page } from "@playwright/test";

type Visitor = "nobody" | "newcomer" | "shopper";

/** A page as somebody meets it; `before` does what has to be done on it first. */
export type Shot = { name: string; path: string; as: Visitor; before?: (page: Page) => Promise<void> };

type Known = { id: number; status: string; payments: { transaction_id: string; status: string; method: string }[] };

const submit = (page: Page) => page.locator("main form").last().locator("button").last().click();

const PUBLIC: Shot[] = [
  { name: "home", path: "/", as: "nobody" },
  { name: "products", path: "/products", as: "nobody" },
  { name: "products-found", path: "/products?search=shehad", as: "nobody" },
  { name: "products-none", path: "/products?search=qwertzuiop", as: "nobody" },
  { name: "product", path: "/products/FG001", as: "nobody" },
  { name: "product-sold-out", path: "/products/FG056", as: "nobody" },
  { name: "cart-empty", path: "/cart", as: "nobody" },
  { name: "sign-in", path: "/sign-in", as: "nobody" },
  { name: "sign-in-wrong", path: "/sign-in", as: "nobody", before: submit },
  { name: "sign-up", path: "/sign-up", as: "nobody" },
  { name: "forgot-password", path: "/forgot-password", as: "nobody" },
  { name: "track", path: "/track", as: "nobody" },
  { name: "unknown-payment", path: "/payments/unknown", as: "nobody" },
  { name: "not-found", path: "/nothing-here", as: "nobody" },
  { name: "offline", path: "/products/FG011", as: "nobody", before: (page) => page.context().setOffline(true) },
];

const OWN: Shot[] = [
  { name: "orders-none", path: "/orders", as: "newcomer" },
  { name: "account", path: "/account", as: "shopper" },
  { name: "orders", path: "/orders", as: "shopper" },
  { name: "cart", path: "/cart", as: "shopper" },
  { name: "checkout", path: "/checkout", as: "shopper" },
  {
    name: "checkout-errors",
    path: "/checkout",
    as: "shopper",
    before: async (page) => {
      for (const box of await page.locator("main").getByRole("textbox").all())
        if (await box.isVisible()) await box.fill("");
      await page.locator("main button").last().click();
      await page.getByRole("alert").first().waitFor();
    },
  },
];

/** One order of each state and one attempt of each outcome, out of the demo's. */
function ofOrders(orders: readonly Known[]): Shot[] {
  const byState = new Map(orders.map((order) => [order.status, order]));
  const attempts = orders.flatMap(({ payments }) => payments);
  const byOutcome = new Map(attempts.map((attempt) => [`${attempt.method}-${attempt.status}`, attempt]));
  const paid = byState.get("delivered") ?? orders[0];
  return [
    ...[...byState].map(([state, { id }]): Shot => ({ name: `order-${state}`, path: `/orders/${id}`, as: "shopper" })),
    ...[...byOutcome].map(([outcome, { transaction_id }]): Shot => ({
      name: `result-${outcome}`,
      path: `/payments/${transaction_id}`,
      as: "shopper",
    })),
    { name: "receipt", path: `/orders/${paid?.id}/receipt`, as: "shopper" },
    { name: "another-persons-payment", path: `/payments/${attempts[0]?.transaction_id}`, as: "nobody" },
  ];
}

export const shotsOf = (orders: readonly Known[]): Shot[] => [...PUBLIC, ...OWN, ...ofOrders(orders)];
