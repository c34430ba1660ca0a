import { PASSWORD } from "@/app/api/admin/test-production";
import type { Method } from "@/app/api/test-doors";

type StaffDoor = {
  /** The least role that it is open to. */
  least: "staff" | "admin";
  /** What it takes, where it takes something. */
  body?: object;
  /** It takes a file, which no JSON is. */
  takesFile?: true;
};

const staff = (body?: object): StaffDoor => ({ least: "staff", body });
const admin = (body?: object): StaffDoor => ({ least: "admin", body });

const LINES = [{ order_item_id: 1, quantity: 1, restock: false }];
const NAMES = { name: "Toys", name_ur: "کھلونے" };
const SETTINGS = {
  cash_limit: "50000.00",
  open_cash_per_phone: null,
  cash_needs_call: false,
  approval_above: null,
  unsettled_after_days: 3,
  low_stock_below: 8,
};
const PRODUCT = { item_code: "NEW1", ...NAMES, category: "tests", price: "10.00", stock: 1 };

/** Every door of the staff's with each of its methods: whose it is, and what it takes. */
export const STAFF_DOORS: Record<string, StaffDoor> = {
  "GET admin/audit": admin(),
  "GET admin/carts": staff(),
  "POST admin/carts/expire": staff({ dry_run: true }),
  "GET admin/cash": staff(),
  "POST admin/cash/record": staff({ payment_ids: [987_654_321] }),
  "GET admin/categories": staff(),
  "POST admin/categories": admin({ slug: "toys", ...NAMES }),
  "PATCH admin/categories/[slug]": admin(NAMES),
  "GET admin/codes": staff(),
  "POST admin/codes": admin({ code: "EID", percent: 10 }),
  "GET admin/codes/[id]": staff(),
  "PATCH admin/codes/[id]": admin({ percent: 20, seen: { percent: 10 } }),
  "POST admin/confirm-password": staff({ password: PASSWORD }),
  "GET admin/dashboard": staff(),
  "GET admin/dashboard/cases/[which]": staff(),
  "GET admin/exports/[file]": admin(),
  "GET admin/invitations": admin(),
  "POST admin/invitations": admin({ email: "colleague@example.com", role: "staff" }),
  "DELETE admin/invitations/[invitation]": admin(),
  "POST admin/invitations/[invitation]/resend": admin({ locale: "en" }),
  "POST admin/orders/[id]/call": staff({ outcome: "reached" }),
  "POST admin/orders/[id]/message": staff({ text: "Your parcel waits." }),
  "POST admin/orders/[id]/notes": staff({ text: "A gift" }),
  "PATCH admin/orders/[id]/parcel": staff({ courier: "TCS" }),
  "POST admin/orders/[id]/returns": staff({ lines: LINES, reason: "Too large" }),
  "POST admin/orders/[id]/write-off": staff({ reason: "Lost on the road" }),
  "POST admin/orders/steps": staff({ step: "start", order_ids: [987_654_321] }),
  "GET admin/payments": staff(),
  "GET admin/payments/[id]/events": staff(),
  "POST admin/payments/[id]/give-back": admin({}),
  "POST admin/payments/[id]/inquire": staff({}),
  "POST admin/payments/[id]/refund-requests": admin({ reason: "Broken" }),
  "POST admin/payments/[id]/replay": staff({ event_id: 987_654_321 }),
  "GET admin/people": admin(),
  "GET admin/people/[id]": admin(),
  "POST admin/people/[id]/disable": admin({}),
  "POST admin/people/[id]/enable": admin({}),
  "POST admin/people/[id]/reset-second-factor": admin({}),
  "PATCH admin/people/[id]/role": admin({ role: "staff" }),
  "POST admin/people/[id]/sign-out": admin({}),
  "POST admin/pictures": { least: "admin", takesFile: true },
  "GET admin/products": staff(),
  "POST admin/products": admin(PRODUCT),
  "GET admin/products/[item_code]": staff(),
  "PATCH admin/products/[item_code]": admin({ name: "New", seen: { name: "Blue Vase" } }),
  "GET admin/products/[item_code]/stock": staff(),
  "POST admin/products/[item_code]/stock": staff({ kind: "received", pieces: 1 }),
  "GET admin/products/export.csv": admin(),
  "POST admin/products/import": { least: "admin", takesFile: true },
  "GET admin/products/import/[id]": admin(),
  "POST admin/products/import/[id]": admin({ plan: "0" }),
  "GET admin/refund-requests": admin(),
  "POST admin/refund-requests/[id]/approve": admin({}),
  "POST admin/refund-requests/[id]/decline": admin({}),
  "GET admin/settings": staff(),
  "PUT admin/settings": admin(SETTINGS),
  "GET admin/settlements": staff(),
  "POST admin/reviews/close": staff({ kind: "settlement_differs", review_ids: [987_654_321], resolution: "Seen" }),
  "POST admin/settlements": { least: "staff", takesFile: true },
  "GET admin/settlements/[id]": staff(),
  "GET admin/settlements/[id]/rows": staff(),
  "GET admin/settlements/unsettled": staff(),
  "GET admin/zones": staff(),
  "POST admin/zones": admin({ city: "Quetta", charge: "300.00" }),
  "PATCH admin/zones/[id]": admin({ charge: "400.00", seen: { charge: "300.00" } }),
  "DELETE admin/zones/[id]": admin(),
  "PATCH cart/orders/[id]/update_status": staff({ status: "in_progress" }),
  "POST cart/payments/[id]/record-cash": staff({}),
  "POST cart/payments/[id]/refund": admin({ reason: "Broken" }),
  "GET cart/reviews": staff(),
  "POST cart/reviews/[id]/match_again": staff({}),
  "POST cart/reviews/[id]/resolve": staff({ resolution: "Seen" }),
  "POST cart/reviews/[id]/take": staff({}),
};

/** The doors under /api/cart that are everybody's, each for what is their own. */
export const CUSTOMERS_DOORS: readonly string[] = [
  "GET cart/cart",
  "POST cart/cart/add_item",
  "POST cart/cart/clear",
  "GET cart/cart/count",
  "DELETE cart/cart/remove-item/[id]",
  "PATCH cart/cart/update-item/[id]",
  "GET cart/orders",
  "POST cart/orders",
  "GET cart/orders/[id]",
  "POST cart/orders/[id]/cancel",
  "POST cart/orders/quote",
  "GET cart/orders/statistics",
  "GET cart/orders/track",
  "GET cart/payments",
  "GET cart/payments/[id]",
  "POST cart/payments/initiate",
  "POST cart/payments/verify",
];

export const methodAndPath = (name: string): [Method, string] => name.split(" ") as [Method, string];

/** What stands in a path for something that is not there. */
export const UNKNOWN: Record<string, string> = {
  slug: "nothing",
  item_code: "NOTHING",
  invitation: "f".repeat(64),
  file: "nothing.csv",
  which: "nothing",
};
