import { type SQL, sql } from "drizzle-orm";

const OTHER_DIGITS = sql.raw("'۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789'");
const NO_DIGIT = sql.raw("'[^0-9]'");

/** The phone of an order by its last ten digits, however it was written; without one, the account that ordered. */
export const phoneOf = (order: SQL): SQL => sql`
  (select case when length(digits) >= 10 then right(digits, 10) else 'account ' || ${order}.user_id end
    from (select regexp_replace(translate(${order}.customer_phone, ${OTHER_DIGITS}), ${NO_DIGIT}, '', 'g') as digits) as written)`;
