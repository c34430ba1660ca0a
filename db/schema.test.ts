import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/test-database";
import { LINE_ENDS } from "@/lib/cart/model";
import { MESSAGE_CHANNELS, MESSAGE_KINDS } from "@/lib/messages/model";
import { ORDER_PAYMENT_STATES, ORDER_STATES } from "@/lib/orders/model";
import { ACCOUNTS, EVENT_CHANNELS, MOVEMENT_KINDS, PAYMENT_METHODS, PAYMENT_STATES } from "@/lib/payments/model";
import { REFUND_DECISIONS, REFUND_STATES, REFUND_WAYS } from "@/lib/refunds/model";
import { REVIEW_KINDS } from "@/lib/reviews/model";
import { SETTLEMENT_OUTCOMES, SETTLEMENT_SOURCES } from "@/lib/settlements/model";
import { STOCK_CHANGE_KINDS } from "@/lib/stock/model";
import { LOCALES, ROLES } from "@/lib/users/model";

const { db } = testDatabase({ max: 1 });

test("the database's lists of states are the models'", async () => {
  const enums = await db.execute<{ name: string; values: string[] }>(sql`
    select typname as name, array_agg(enumlabel::text order by enumsortorder) as values
    from pg_enum join pg_type on pg_type.oid = enumtypid group by typname`);
  expect(Object.fromEntries(enums.map(({ name, values }) => [name, values]))).toEqual({
    cart_line_end: LINE_ENDS,
    locale: LOCALES,
    message_channel: MESSAGE_CHANNELS,
    message_kind: MESSAGE_KINDS,
    money_account: ACCOUNTS,
    money_movement_kind: MOVEMENT_KINDS,
    order_payment_status: ORDER_PAYMENT_STATES,
    order_status: ORDER_STATES,
    payment_event_channel: EVENT_CHANNELS,
    payment_method: PAYMENT_METHODS,
    payment_status: PAYMENT_STATES,
    refund_decision: REFUND_DECISIONS,
    refund_status: REFUND_STATES,
    refund_way: REFUND_WAYS,
    review_kind: REVIEW_KINDS,
    settlement_outcome: SETTLEMENT_OUTCOMES,
    settlement_source: SETTLEMENT_SOURCES,
    stock_change_kind: STOCK_CHANGE_KINDS,
    user_role: ROLES,
  });
});

test("whoever is referred to is found by an index over all that refer to somebody", async () => {
  const withoutIndex = await db.execute<{ name: string }>(sql`
    select conname as name from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
      select from pg_index where indrelid = conrelid and indisvalid
          and (indpred is null or pg_get_expr(indpred, indrelid) = format('(%I IS NOT NULL)', (
            select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1])))
        and (indkey::int2[])[0:cardinality(conkey) - 1] = conkey)`);
  expect([...withoutIndex]).toEqual([]);
});

test("nothing is deleted or changed because what it refers to is", async () => {
  const cascading = await db.execute<{ name: string }>(sql`
    select conname as name from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and (confdeltype <> 'a' or confupdtype <> 'a')`);
  expect([...cascading]).toEqual([]);
});

test("money is counted in whole paisa", async () => {
  const columns = await db.execute<{ name: string; type: string }>(sql`
    select table_name || '.' || column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public' and column_name ~ '(paisa|price|amount|charge|total)'`);
  expect(columns.length).toBeGreaterThan(10);
  for (const { name, type } of columns) expect([name, type]).toEqual([expect.stringMatching(/_paisa$/), "bigint"]);
});
