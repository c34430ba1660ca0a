import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { fillEveryTable } from "@/db/test-rows";

const IDS_IN: [path: RegExp, table: string][] = [
  [/orders\/\[id\]/, "orders"],
  [/payments\/\[id\]/, "payments"],
  [/people\/\[id\]/, "users"],
  [/codes\/\[id\]/, "discount_codes"],
  [/zones\/\[id\]/, "delivery_zones"],
  [/settlements\/\[id\]/, "settlement_files"],
  [/import\/\[id\]/, "product_imports"],
  [/refund-requests\/\[id\]/, "refund_requests"],
  [/reviews\/\[id\]/, "review_items"],
  [/-item\/\[id\]/, "cart_items"],
];

/** A shop with a row in every table, and what stands in a path for one of them. */
export async function aWholeShop(db: Database) {
  await fillEveryTable(db);
  const first = async (table: string, column: string): Promise<string> => {
    const [row] = await db.execute<{ value: string }>(
      sql`select ${sql.identifier(column)}::text as value from ${sql.identifier(table)} order by 1 limit 1`,
    );
    if (!row) throw new Error(`there is nothing in ${table}`);
    return row.value;
  };
  const [slug, item_code, hash] = await Promise.all([
    first("categories", "slug"),
    first("products", "item_code"),
    first("invitations", "token_hash"),
  ]);
  const known = { slug, item_code, invitation: hash.replace("\\x", ""), file: "orders.csv", which: "unknown" };
  return async (path: string): Promise<Record<string, string>> => {
    if (!path.includes("[id]")) return known;
    const table = IDS_IN.find(([pattern]) => pattern.test(path))?.[1];
    if (!table) throw new Error(`nobody knows whose id stands in ${path}`);
    return { ...known, id: await first(table, "id") };
  };
}
