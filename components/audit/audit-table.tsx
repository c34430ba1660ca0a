import { useTranslations } from "next-intl";
import { AuditChange } from "@/components/audit/audit-change";
import { SubjectLink } from "@/components/audit/subject-link";
import { useActionWords } from "@/components/audit/use-action-words";
import { Cell, Row, Table } from "@/components/admin/table";
import { When } from "@/components/ui/when";
import type { ShownEntry, SubjectName } from "@/lib/audit/schemas";

type AuditTableProps = { entries: readonly ShownEntry[]; names: Record<string, SubjectName>; now: Date };

/** Who did what to what, when, from where, and what it was before. */
export function AuditTable({ entries, names, now }: AuditTableProps) {
  const t = useTranslations("adminAudit");
  const actionWords = useActionWords();
  const columns = (["when", "actor", "action", "subject", "change", "where"] as const).map((key) => ({
    key,
    label: t(key),
  }));
  return (
    <Table label={t("title")} columns={columns} none={t("none")}>
      {entries.map((entry) => (
        <Row key={entry.id}>
          <Cell>
            <span className="whitespace-nowrap">
              <When at={entry.created_at} now={now} />
            </span>
          </Cell>
          <Cell>
            <span className="block [overflow-wrap:anywhere] sm:min-w-44">
              <Actor entry={entry} />
            </span>
          </Cell>
          <Cell>{actionWords(entry.action)}</Cell>
          <Cell>
            <SubjectLink subject={entry.subject} names={names} />
          </Cell>
          <Cell>
            <div>
              <AuditChange entry={entry} names={names} now={now} />
            </div>
          </Cell>
          <Cell>
            <span title={entry.from_device}>
              <Place entry={entry} />
            </span>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

const isOwn = ({ actor }: ShownEntry): boolean => !actor.startsWith("user:");

function Actor({ entry }: { entry: ShownEntry }) {
  const t = useTranslations("adminAudit");
  if (entry.actor_email) return <bdi>{entry.actor_email}</bdi>;
  return entry.actor.startsWith("system:") ? t("shop") : <bdi>{entry.actor}</bdi>;
}

/** The browser and its address, as far as the shop was told; programs by their own name. */
function Place({ entry }: { entry: ShownEntry }) {
  const t = useTranslations("adminAudit");
  const { device, from_device, from_address } = entry;
  const program = from_device.split(/[\s/]/)[0];
  if (!from_address && !from_device) return t(isOwn(entry) ? "itself" : "unknownAddress");
  return (
    <>
      <span className="block">{device ? t("device", device) : <bdi>{program || t("unknownDevice")}</bdi>}</span>
      {from_address && <bdi className="block text-ink-soft">{from_address}</bdi>}
    </>
  );
}
