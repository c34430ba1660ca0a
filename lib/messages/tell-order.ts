import { type SQL, sql } from "drizzle-orm";
import { outgoingMessages } from "@/db/schema/messages";
import { users } from "@/db/schema/users";

/** A column or a placeholder; what is not about a payment or a refund says so by `null`. */
type Told = {
  kind: unknown;
  subject: SQL;
  now: unknown;
  /** Not before this time, where it is not now. */
  sendAt?: unknown;
  /** The alias of a row of `orders`. */
  order: SQL;
  paymentId?: SQL;
  refundId?: SQL;
  /** What only this row knows, as JSON. */
  details?: SQL;
  from: SQL;
  where?: SQL;
};

const MOBILE = sql.raw(String.raw`'^(\+?92|0092|0)?3\d{9}$'`);

/** A Pakistani mobile number as SMS gateways take it, or null. */
const mobile = (phone: SQL): SQL => sql`
  (select '+92' || right(digits, 10) from (select regexp_replace(${phone}, '[^0-9+]', '', 'g') as digits) as phone
    where digits ~ ${MOBILE})`;

/**
 * The row of the outbox for one event, as a part of the statement that makes the event: told once however often it
 * happens, to the e-mail or else the phone of the order or its account; nobody to reach, no row.
 */
export const tellOrder = ({
  kind,
  subject,
  now,
  sendAt = now,
  order,
  paymentId,
  refundId,
  details,
  from,
  where,
}: Told): SQL => sql`
  insert into ${outgoingMessages} (kind, event, channel, recipient, locale, user_id, order_id, payment_id, refund_id,
    details, next_try_at, created_at)
  select ${kind}::message_kind, ${kind}::text || ':' || ${subject}, reach.channel::message_channel, reach.recipient,
    ${order}.locale, ${order}.user_id, ${order}.id, ${paymentId ?? sql`null::bigint`}, ${refundId ?? sql`null::bigint`},
    ${details ?? sql`'{}'::jsonb`}, ${sendAt}::timestamptz, ${now}::timestamptz
  from ${from} join ${users} as buyer on buyer.id = ${order}.user_id
  cross join lateral (
    select case when email is null then 'sms' else 'mail' end as channel, coalesce(email, phone) as recipient
    from (
      select coalesce(nullif(${order}.customer_email, ''), buyer.email) as email,
        coalesce(${mobile(sql`${order}.customer_phone`)}, ${mobile(sql`buyer.phone`)}) as phone
    ) as contact
  ) as reach
  where reach.recipient is not null and ${kind}::text is not null${where ? sql` and ${where}` : sql``}
  on conflict (event) do nothing`;
