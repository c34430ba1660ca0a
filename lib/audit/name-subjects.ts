import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { products } from "@/db/schema/catalog";
import { deliveryZones, discountCodes, orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { refundRequests } from "@/db/schema/returns";
import { reviewItems } from "@/db/schema/reviews";
import { settlementFiles, settlementRows } from "@/db/schema/settlements";
import { users } from "@/db/schema/users";
import type { SubjectName } from "@/lib/audit/schemas";

type Naming = { name: SQL; from: SQL; href: SQL };

const THE_PAYMENT = sql`'/admin/payments/' || payment.id`;

/** By what people know each kind of thing, and where it can be seen. */
const NAMINGS: Record<string, Naming> = {
  order: { name: sql`order_number`, from: sql`${orders} as it`, href: sql`'/admin/orders/' || it.id` },
  payment: { name: sql`transaction_id`, from: sql`${payments} as it`, href: sql`'/admin/payments/' || it.id` },
  user: { name: sql`coalesce(email, name)`, from: sql`${users} as it`, href: sql`'/admin/people/' || it.id` },
  product: { name: sql`item_code`, from: sql`${products} as it`, href: sql`'/admin/products/' || item_code` },
  code: { name: sql`code`, from: sql`${discountCodes} as it`, href: sql`'/admin/codes/' || it.id` },
  zone: { name: sql`nullif(city, '*')`, from: sql`${deliveryZones} as it`, href: sql`'/admin/delivery'` },
  settlement: { name: sql`name`, from: sql`${settlementFiles} as it`, href: sql`'/admin/settlements/' || it.id` },
  settlement_row: {
    name: sql`reference`,
    from: sql`${settlementRows} as it`,
    href: sql`'/admin/settlements/' || it.file_id`,
  },
  refund_request: {
    name: sql`payment.transaction_id`,
    from: sql`${refundRequests} as it join ${payments} as payment on payment.id = it.payment_id`,
    href: THE_PAYMENT,
  },
  review: {
    name: sql`payment.transaction_id`,
    from: sql`${reviewItems} as it join ${payments} as payment on payment.id = it.payment_id`,
    href: THE_PAYMENT,
  },
};

/** What the log's entries are about by the names that people know it by; what is gone, or has none, is left out. */
export async function nameSubjects(db: Database, subjects: readonly string[]): Promise<Record<string, SubjectName>> {
  const ids = new Map<string, number[]>();
  for (const subject of new Set(subjects)) {
    const [, kind = "", id = ""] = /^(\w+):(\d{1,15})$/.exec(subject) ?? [];
    if (kind in NAMINGS) ids.set(kind, [...(ids.get(kind) ?? []), Number(id)]);
  }
  const parts = [...ids].flatMap(([kind, of]) => {
    const naming = NAMINGS[kind];
    if (!naming) return [];
    const { name, from, href } = naming;
    return sql`select ${`${kind}:`}::text || it.id as subject, ${name} as name, ${href} as href from ${from}
      where it.id in ${of}`;
  });
  if (parts.length === 0) return {};
  const rows = await db.execute<SubjectName & { subject: string }>(sql.join(parts, sql` union all `));
  return Object.fromEntries(rows.flatMap(({ subject, name, href }) => (name ? [[subject, { name, href }]] : [])));
}

/** The subjects that a text names: as the log calls them, or by an order's number, a reference, an item code, a code or an e-mail. */
export const subjectsNamed = (text: string): SQL => sql`array(
  select ${text}::text
  union all select 'order:' || id from ${orders} where order_number = upper(${text})
  union all select 'payment:' || id from ${payments} where transaction_id = ${text}
  union all select 'product:' || id from ${products} where item_code = ${text}
  union all select 'code:' || id from ${discountCodes} where code = upper(${text})
  union all select 'user:' || id from ${users} where lower(email) = lower(${text})
)`;
