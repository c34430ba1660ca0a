import { asc, eq, inArray } from "drizzle-orm";
import { orderNotes } from "@/db/schema/orders";
import { users } from "@/db/schema/users";
import { isWrittenOut } from "@/lib/desk/insert-note";
import type { OrderNoteView } from "@/lib/desk/schemas";
import type { Ctx } from "@/lib/shared/context";

type Reader = Pick<Ctx, "db">;

/** What the shop's people wrote down about an order, oldest first. */
export async function listNotes({ db }: Reader, orderId: number): Promise<OrderNoteView[]> {
  const rows = await db
    .select({ note: orderNotes, isMessage: isWrittenOut })
    .from(orderNotes)
    .where(eq(orderNotes.orderId, orderId))
    .orderBy(asc(orderNotes.id));
  return rows.map(({ note, isMessage }) => ({
    id: note.id,
    text: note.text,
    actor: note.actor,
    is_message: isMessage,
    created_at: note.createdAt.toISOString(),
  }));
}

const PERSON = /^user:(\d{1,15})$/;

/** Accounts by the names that history and notes keep of them: their e-mail addresses, null for guests. */
export async function findEmails({ db }: Reader, actors: readonly string[]): Promise<Map<string, string | null>> {
  const ids = actors.flatMap((actor) => PERSON.exec(actor)?.[1] ?? []).map(Number);
  if (ids.length === 0) return new Map();
  const people = await db
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]));
  return new Map(people.map(({ id, email }) => [`user:${id}`, email]));
}
