import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { Link } from "@/i18n/navigation";
import type { AuditFilters as Filters } from "@/lib/audit/schemas";

type AuditFiltersProps = { path: string; filters: Filters; actions: readonly string[] };

/** A plain form whose address is the list. An action's beginning stands for all that begin so. */
export function AuditFilters({ path, filters, actions }: AuditFiltersProps) {
  const t = useTranslations("adminAudit");
  const admin = useTranslations("admin");
  const kinds = [...new Set(actions.flatMap((action) => [`${action.split(".")[0]}.`, action]))];
  return (
    <form action={path} role="search" className="card grid items-start gap-3 p-4 sm:grid-cols-2 lg:grid-cols-5">
      <Field
        type="search"
        name="actor"
        label={t("actor")}
        hint={t("actorHint")}
        dir="ltr"
        maxLength={254}
        defaultValue={filters.actor}
      />
      <Select name="action" label={t("action")} defaultValue={filters.action ?? ""} dir="ltr">
        <option value="">{admin("all")}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kind}
          </option>
        ))}
      </Select>
      <Field
        name="subject"
        label={t("subject")}
        hint={t("subjectHint")}
        dir="ltr"
        maxLength={80}
        defaultValue={filters.subject}
      />
      <Field type="date" name="from" label={t("from")} defaultValue={filters.from} />
      <Field type="date" name="to" label={t("to")} defaultValue={filters.to} />
      <div className="flex flex-wrap justify-end gap-3 sm:col-span-full">
        <Link href="/admin/audit" prefetch={false} className={buttonClass({ kind: "plain", size: "small" })}>
          {t("clear")}
        </Link>
        <Button size="small">{admin("filter")}</Button>
      </div>
    </form>
  );
}
