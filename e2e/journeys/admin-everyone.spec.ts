import { aCashPayment, signInAs } from "./back-office";
import { expectOpenToAll } from "./open-to-all";
import { expect, test } from "./shopper";

const PATHS = [
  "/admin",
  "/admin/cases/unknown",
  "/admin/orders",
  "/admin/payments",
  "/admin/review",
  "/admin/cash",
  "/admin/settlements",
  "/admin/products",
  "/admin/products/FG003",
  "/admin/products/new",
  "/admin/products/import",
  "/admin/products/categories",
  "/admin/delivery",
  "/admin/codes",
  "/admin/carts",
  "/admin/people",
  "/admin/audit",
  "/admin/settings",
  "/account/second-factor",
];

for (const [language, prefix] of [
  ["English", ""],
  ["Urdu", "/ur"],
] as const) {
  test(`in ${language} every page of the back office is open to all who may see it, and not there for others`, async ({
    page,
  }) => {
    test.slow();
    const { order, payment } = await aCashPayment(page);
    const own = [
      `/admin/orders/${order.id}`,
      `/admin/orders/${order.id}/slip`,
      `/admin/payments/${payment.payment_id}`,
    ];
    for (const path of [...PATHS.filter((one) => one.startsWith("/admin")), ...own]) {
      expect((await page.request.get(prefix + path)).status(), path).toBe(404);
    }
    await signInAs(page, "admin");
    for (const path of [...PATHS, ...own]) await expectOpenToAll(page, prefix + path);
  });
}
