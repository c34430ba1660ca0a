import { eq, sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { users } from "@/db/schema/users";
import { statement } from "@/db/statement";
import { recordAudit } from "@/lib/audit/record-audit";
import { insertNote } from "@/lib/desk/insert-note";
import { lockDeskOrder } from "@/lib/desk/lock-desk-order";
import { noteView } from "@/lib/desk/queries";
import type { OrderNoteView, WriteToCustomerInput } from "@/lib/desk/schemas";
import type { RecordResult } from "@/lib/http/idempotency";
import { reachOf } from "@/lib/messages/reach-of";
import { tellOrder } from "@/lib/messages/tell-order";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { AppError, invalidField } from "@/lib/shared/errors";

const WRITE = statement<{ orderId: number; noteId: number; text: string; now: Date }, never>(
  ({ orderId, noteId, text, now }) =>
    tellOrder({
      kind: sql`'order_written'`,
      subject: sql`${noteId}::bigint`,
      now,
      order: sql`bought`,
      details: sql`jsonb_build_object('text', ${text}::text)`,
      from: sql`${orders} as bought`,
      where: sql`bought.id = ${orderId}`,
    }),
);

/** An SMS has two parts at most, with number and link; beyond Latin letters a part is shorter. */
const MOST_IN_SMS = { latin: 200, other: 60 };

/**
 * Staff write to an order's buyer, by mail or else by SMS; what was written stays among the order's notes. The same words
 * twice in a minute are one message. Refuses `customer_unreachable`, and what is too long for an SMS.
 */
export async function writeToCustomer(
  ctx: UserCtx,
  input: WriteToCustomerInput,
  recordResult?: RecordResult,
): Promise<OrderNoteView> {
  const { now } = ctx;
  requireStaff(ctx.actor);
  return ctx.db.transaction(async (tx) => {
    const order = await lockDeskOrder(tx, input);
    const [account] = await tx
      .select({ email: users.email, phone: users.phone })
      .from(users)
      .where(eq(users.id, order.userId));
    const reach = reachOf({
      orderEmail: order.customerEmail,
      orderPhone: order.customerPhone,
      accountEmail: account?.email ?? null,
      accountPhone: account?.phone ?? null,
    });
    if (reach === null) throw new AppError("customer_unreachable", "Neither mail nor SMS reaches this buyer.");
    const most = /^[\x20-\x7e\s]*$/.test(input.text) ? MOST_IN_SMS.latin : MOST_IN_SMS.other;
    if (reach === "sms" && input.text.length > most) {
      throw invalidField("text", `goes by SMS and takes at most ${most} characters`);
    }
    const { note, isNew } = await insertNote(
      { ...ctx, db: tx },
      { orderId: order.id, text: input.text, isMessage: true },
    );
    if (isNew) {
      await WRITE(tx, { orderId: order.id, noteId: note.id, text: input.text, now });
      await recordAudit(tx, ctx, "order.write", `order:${order.id}`, { note: note.id, by: reach });
    }
    await recordResult?.(tx, note.id);
    return noteView({ note, isMessage: true });
  });
}
