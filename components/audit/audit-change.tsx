import { useTranslations } from "next-intl";
import { AuditValue } from "@/components/audit/audit-value";
import { changesIn, detailsBeside } from "@/lib/audit/model";
import type { ShownEntry, SubjectName } from "@/lib/audit/schemas";

type AuditChangeProps = { entry: ShownEntry; names: Record<string, SubjectName>; now: Date };

/** What is another now: what it was, and what it is; and beneath, what else was written down. */
export function AuditChange({ entry, names, now }: AuditChangeProps) {
  const t = useTranslations("adminAudit");
  const changes = changesIn(entry.before, entry.after);
  const details = detailsBeside(entry.details, changes, names[entry.subject]?.name ?? "");
  const called = (field: string) => {
    const key = `fields.${field}` as "fields.status";
    return t.has(key) ? t(key) : <bdi>{field}</bdi>;
  };
  return (
    <>
      {changes.length > 0 && (
        <table className="text-sm">
          <thead>
            <tr className="text-start text-ink-soft">
              <th>
                <span className="sr-only">{t("field")}</span>
              </th>
              {entry.before && <th className="pe-3 text-start font-normal">{t("before")}</th>}
              <th className="text-start font-normal">{t("after")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row" className="pe-3 text-start align-top font-normal text-ink-soft">
                  {called(field)}
                </th>
                {entry.before && (
                  <td className="pe-3 align-top">
                    <AuditValue field={field} value={before} names={names} now={now} />
                  </td>
                )}
                <td className="align-top font-medium">
                  <AuditValue field={field} value={after} names={names} now={now} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {details.map(([field, value]) => (
        <span key={field} className="block text-sm">
          <span className="text-ink-soft">{called(field)}:</span>{" "}
          <AuditValue field={field} value={value} names={names} now={now} />
        </span>
      ))}
    </>
  );
}
