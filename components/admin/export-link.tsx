import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import type { ExportName } from "@/lib/exports/model";

type ExportLinkProps = {
  name: ExportName;
  /** Where a page has more than one file. */
  label?: string;
  filters?: Readonly<Record<string, string | undefined>>;
};

/** What the page's filters leave, as a file; administrators' alone, so a page of the staff's shows it to them only. */
export function ExportLink({ name, label, filters }: ExportLinkProps) {
  const t = useTranslations("admin");
  const chosen = Object.entries(filters ?? {}).flatMap(([field, value]) => (value ? [[field, value]] : []));
  const query = new URLSearchParams(chosen).toString();
  return (
    <a
      href={`/api/admin/exports/${name}.csv${query && `?${query}`}`}
      download
      className={buttonClass({ kind: "quiet", size: "small" })}
    >
      {label ?? t("export")}
    </a>
  );
}
