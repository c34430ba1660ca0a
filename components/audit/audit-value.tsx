import { useTranslations } from "next-intl";
import { SubjectLink } from "@/components/audit/subject-link";
import { Money } from "@/components/ui/money";
import { When } from "@/components/ui/when";
import { type AuditValue as Value, subjectIn } from "@/lib/audit/model";
import type { SubjectName } from "@/lib/audit/schemas";
import { formatAmount, paisa } from "@/lib/shared/money";

type AuditValueProps = { field: string; value: Value; names: Record<string, SubjectName>; now: Date };

const AMOUNTS = new Set(["price", "charge", "free_from", "amount"]);
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** One value of the log as people say it: rupees, days, words for what the shop calls by a code, names for numbers. */
export function AuditValue({ field, value, names, now }: AuditValueProps) {
  const t = useTranslations("adminAudit");
  if (value === null || value === undefined || value === "") return t("nothing");
  const subject = subjectIn(field, value);
  if (subject) return <SubjectLink subject={subject} names={names} />;
  if (typeof value === "number" && /paisa$/i.test(field)) return <Money amount={formatAmount(paisa(value))} />;
  if (typeof value === "string" && AMOUNTS.has(field)) return <Money amount={value} />;
  if (typeof value === "string" && MOMENT.test(value)) return <When at={value} now={now} />;
  const word = `values.${String(value)}` as "values.yes";
  return t.has(word) ? t(word) : <bdi dir="auto">{String(value)}</bdi>;
}
