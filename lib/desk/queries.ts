import { asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderNotes } from "@/db/schema/orders";
import { users } from "@/db/schema/users";
import { isWrittenOut } from "@/lib/desk/insert-note";
import type { OrderNoteView } from "@/lib/desk/schemas";
import type { Ctx, UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";

type Reader = Pick<Ctx, "db">;

/** What the shop's people wrote down about an order, oldest first. */
export async function listNotes({ db }: Reader, orderId: number): Promise<OrderNoteView[]> {
  const rows = await selectNotes(db).where(eq(orderNotes.orderId, orderId)).orderBy(asc(orderNotes.id));
  return rows.map(noteView);
}

/** One note, for the staff; null where there is none. */
export async function findNote({ db, actor }: UserCtx, noteId: number): Promise<OrderNoteView | null> {
  requireStaff(actor);
  const [row] = await selectNotes(db).where(eq(orderNotes.id, noteId));
  return row ? noteView(row) : null;
}

const selectNotes = (db: Database) => db.select({ note: orderNotes, isMessage: isWrittenOut }).from(orderNotes);

/** A note as the staff see it; `isMessage` where it was written to the customer. */
export const noteView = ({
  note,
  isMessage,
}: {
  note: typeof orderNotes.$inferSelect;
  isMessage: boolean;
}): OrderNoteView => ({
  id: note.id,
  text: note.text,
  actor: note.actor,
  is_message: isMessage,
  created_at: note.createdAt.toISOString(),
});

const PERSON = /^user:(\d{1,15})$/;

/** What a colleague is called: by name, and where none is known by e-mail; guests have neither. */
export async function findCallNames({ db }: Reader, actors: readonly string[]): Promise<Map<string, string | null>> {
  return findPeople({ db }, actors, sql<string | null>`coalesce(nullif(${users.name}, ''), ${users.email})`);
}

/** Accounts by the names that history and notes keep of them: their e-mail addresses, null for guests. */
export const findEmails = (reader: Reader, actors: readonly string[]): Promise<Map<string, string | null>> =>
  findPeople(reader, actors, sql<string | null>`${users.email}`);

async function findPeople({ db }: Reader, actors: readonly string[], called: SQL<string | null>) {
  const ids = actors.flatMap((actor) => PERSON.exec(actor)?.[1] ?? []).map(Number);
  if (ids.length === 0) return new Map<string, string | null>();
  const people = await db
    .select({ id: users.id, called })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]));
  return new Map(people.map((person) => [`user:${person.id}`, person.called]));
}
