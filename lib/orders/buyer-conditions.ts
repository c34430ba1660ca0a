import { type SQL, sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { users } from "@/db/schema/users";
import { emailPrefixOf, phonesOf } from "@/lib/orders/search-terms";

const DIGITS = sql`right(regexp_replace(${orders.customerPhone}, '[^0-9]', '', 'g'), 10)`;

/**
 * By what of its buyer an order is found, each by its index: the whole phone number, its beginning or its end; the e-mail
 * of the order itself, or of its account, of which `most` are looked at.
 */
export function buyerConditions(search: string, most: number): SQL[] {
  const phones = phonesOf(search);
  const email = emailPrefixOf(search);
  const conditions: SQL[] = [];
  if (phones?.start) conditions.push(sql`${DIGITS} between ${phones.start.from} and ${phones.start.to}`);
  if (phones?.end) conditions.push(sql`reverse(${DIGITS}) between ${phones.end.from} and ${phones.end.to}`);
  if (!email) return conditions;
  const isLike = (column: SQL): SQL => sql`${column} between ${email.from} and ${email.to}`;
  const ofAccount = sql`${orders.userId} in (select account.id from ${users} as account
    where ${isLike(sql`lower(account.email)`)} limit ${most})`;
  return [...conditions, isLike(sql`lower(${orders.customerEmail})`), ofAccount];
}
