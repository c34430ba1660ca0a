import { recordAudit } from "@/lib/audit/record-audit";
import { insertNote } from "@/lib/desk/insert-note";
import { lockDeskOrder } from "@/lib/desk/lock-desk-order";
import { noteView } from "@/lib/desk/queries";
import type { OrderNoteInput, OrderNoteView } from "@/lib/desk/schemas";
import type { RecordResult } from "@/lib/http/idempotency";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";

/** Staff write something down about an order, for each other. The same words sent twice in a minute are one note. */
export async function addOrderNote(
  ctx: UserCtx,
  input: OrderNoteInput,
  recordResult?: RecordResult,
): Promise<OrderNoteView> {
  requireStaff(ctx.actor);
  return ctx.db.transaction(async (tx) => {
    const order = await lockDeskOrder(tx, input);
    const { note, isNew } = await insertNote({ ...ctx, db: tx }, { orderId: order.id, text: input.text });
    if (isNew) await recordAudit(tx, ctx, "order.note", `order:${order.id}`, { note: note.id });
    await recordResult?.(tx, note.id);
    return noteView({ note, isMessage: false });
  });
}
