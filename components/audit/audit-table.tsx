import { useTranslations } from "next-intl";
import { AuditChange } from "@/components/audit/audit-change";
import { subjectPath } from "@/components/audit/subject-path";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { When } from "@/components/ui/when";
import type { AuditEntryView } from "@/lib/audit/schemas";

/** Who did what to what, when, from where, and what it was before. */
export function AuditTable({ entries, now }: { entries: readonly AuditEntryView[]; now: Date }) {
  const t = useTranslations("adminAudit");
  const columns = (["when", "actor", "action", "subject", "change", "details", "where"] as const).map((key) => ({
    key,
    label: t(key),
  }));
  return (
    <Table label={t("title")} columns={columns} none={t("none")}>
      {entries.map((entry) => {
        const path = subjectPath(entry.subject);
        return (
          <Row key={entry.id}>
            <Cell>
              <span className="whitespace-nowrap">
                <When at={entry.created_at} now={now} />
              </span>
            </Cell>
            <Cell>
              <bdi>{entry.actor_email || (entry.actor.startsWith("system:") ? t("shop") : entry.actor)}</bdi>
              {entry.actor.startsWith("system:") && <bdi className="block text-ink-soft">{entry.actor}</bdi>}
            </Cell>
            <Cell>
              <bdi>{entry.action}</bdi>
            </Cell>
            <Cell>
              {path ? (
                <RowLink href={path}>
                  <bdi>{entry.subject}</bdi>
                </RowLink>
              ) : (
                <bdi className="block max-w-56 truncate" title={entry.subject}>
                  {entry.subject}
                </bdi>
              )}
            </Cell>
            <Cell>
              <AuditChange before={entry.before} after={entry.after} />
            </Cell>
            <Cell>
              {Object.entries(entry.details).map(([name, value]) => (
                <bdi key={name} className="block break-words" dir="auto">
                  {name}: {value === null ? t("nothing") : String(value)}
                </bdi>
              ))}
            </Cell>
            <Cell>
              <bdi className="block">{entry.from_address ?? t("unknownAddress")}</bdi>
              <bdi className="block max-w-56 truncate text-ink-soft" title={entry.from_device}>
                {entry.from_device}
              </bdi>
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}
