import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { When } from "@/components/ui/when";
import type { OrderNoteView } from "@/lib/desk/schemas";

type DeskNotesProps = { notes: readonly (OrderNoteView & { by: string })[]; now: Date; children: ReactNode };

/** What the staff wrote down, and what they wrote to the customer. */
export function DeskNotes({ notes, now, children }: DeskNotesProps) {
  const t = useTranslations("adminOrders");
  return (
    <Card title={t("notes")}>
      {notes.length === 0 && <p className="text-ink-soft">{t("noNotes")}</p>}
      <ul className="grid gap-3 empty:hidden">
        {notes.map((note) => (
          <li key={note.id} className="grid gap-0.5">
            {note.is_message && <span className="text-sm font-semibold text-cobalt">{t("isMessage")}</span>}
            <span dir="auto" className="whitespace-pre-line">
              {note.text}
            </span>
            <span className="text-sm text-ink-soft">
              <bdi>{note.by}</bdi> · <When at={note.created_at} now={now} />
            </span>
          </li>
        ))}
      </ul>
      {children}
    </Card>
  );
}
