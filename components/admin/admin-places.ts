type Name =
  | "dashboard"
  | "orders"
  | "payments"
  | "review"
  | "cash"
  | "settlements"
  | "products"
  | "delivery"
  | "codes"
  | "carts"
  | "people"
  | "audit"
  | "settings";
type AdminPlace = { name: Name; href: string; isForAdmins?: true };

/** Where the back office leads to, in the order of a day's work. */
export const ADMIN_PLACES: readonly AdminPlace[] = [
  { name: "dashboard", href: "/admin" },
  { name: "orders", href: "/admin/orders" },
  { name: "payments", href: "/admin/payments" },
  { name: "review", href: "/admin/review" },
  { name: "cash", href: "/admin/cash" },
  { name: "settlements", href: "/admin/settlements" },
  { name: "products", href: "/admin/products" },
  { name: "delivery", href: "/admin/delivery" },
  { name: "codes", href: "/admin/codes" },
  { name: "carts", href: "/admin/carts" },
  { name: "people", href: "/admin/people", isForAdmins: true },
  { name: "audit", href: "/admin/audit", isForAdmins: true },
  { name: "settings", href: "/admin/settings" },
];
