import { useTranslations } from "next-intl";
import { RowLink } from "@/components/admin/table";
import type { SubjectName } from "@/lib/audit/schemas";

type SubjectLinkProps = { subject: string; names: Record<string, SubjectName> };

/** What an entry is about, by the name that people know it by; of what has none, what kind of thing it is. */
export function SubjectLink({ subject, names }: SubjectLinkProps) {
  const t = useTranslations("adminAudit.subjects");
  const known = names[subject];
  if (known) {
    return (
      <RowLink href={known.href}>
        <bdi>{known.name}</bdi>
      </RowLink>
    );
  }
  const [kind = "", id = ""] = subject.split(":");
  const key = kind as "order";
  const isShort = id.length > 0 && id.length < 40;
  return (
    <>
      {t.has(key) ? t(key) : kind}
      {isShort && (
        <>
          {" "}
          <bdi>{id}</bdi>
        </>
      )}
    </>
  );
}
