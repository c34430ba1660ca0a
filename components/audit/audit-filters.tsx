import { useTranslations } from "next-intl";
import { useActionWords } from "@/components/audit/use-action-words";
import { Button, buttonClass } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { Link } from "@/i18n/navigation";
import { aboutOf } from "@/lib/audit/model";
import type { AuditFilters as Filters } from "@/lib/audit/schemas";

type AuditFiltersProps = { path: string; filters: Filters; actions: readonly string[] };

/** A plain form whose address is the list. An action's beginning stands for all that begin so. */
export function AuditFilters({ path, filters, actions }: AuditFiltersProps) {
  const t = useTranslations("adminAudit");
  const admin = useTranslations("admin");
  const actionWords = useActionWords();
  const groups = [...new Set(actions.map(aboutOf))];
  const aboutWords = (group: string): string => {
    const key = `about.${group}` as "about.order";
    return t.has(key) ? t(key) : group;
  };
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
      <Select name="action" label={t("action")} defaultValue={filters.action ?? ""}>
        <option value="">{admin("all")}</option>
        {groups.map((group) => (
          <optgroup key={group} label={aboutWords(group)}>
            <option value={`${group}.`}>{t("allOf", { about: aboutWords(group) })}</option>
            {actions
              .filter((action) => aboutOf(action) === group)
              .map((action) => (
                <option key={action} value={action}>
                  {actionWords(action)}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      <Field
        name="subject"
        label={t("subject")}
        hint={t("subjectHint")}
        dir="ltr"
        maxLength={254}
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
