import { useTranslations } from "next-intl";
import type { AuditEntryView } from "@/lib/audit/schemas";

/** Each field that is another one now: what it was, and what it is; of what is new, only what it is. */
export function AuditChange({ before, after }: Pick<AuditEntryView, "before" | "after">) {
  const t = useTranslations("adminAudit");
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const shown = (value: string | number | boolean | null | undefined): string =>
    value === null || value === undefined || value === "" ? t("nothing") : String(value);
  const changed = names.filter((name) => shown(before?.[name]) !== shown(after?.[name]));
  return changed.map((name) => (
    <bdi key={name} className="block">
      {name}:{" "}
      {before && (
        <>
          <s className="text-ink-soft">{shown(before[name])}</s> →{" "}
        </>
      )}
      <strong className="font-medium">{shown(after?.[name])}</strong>
    </bdi>
  ));
}
