import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { getPathname } from "@/i18n/navigation";
import type { ExportName } from "@/lib/exports/model";

type ExportLinkProps = {
  name: ExportName;
  /** Where a page has more than one file. */
  label?: string;
  filters?: Readonly<Record<string, string | undefined>>;
};

/** The page of each file's link, to which a refusal leads back. */
const PAGES: Record<ExportName, string> = {
  orders: "/admin/orders",
  payments: "/admin/payments",
  refunds: "/admin/payments",
  stock: "/admin/products",
  products: "/admin/products",
  audit: "/admin/audit",
};

/** What the page's filters leave, as a file; administrators' alone, so a page of the staff's shows it to them only. */
export function ExportLink({ name, label, filters }: ExportLinkProps) {
  const t = useTranslations("admin");
  const chosen = Object.entries(filters ?? {}).flatMap(([field, value]) => (value ? [[field, value]] : []));
  const shown = new URLSearchParams(chosen).toString();
  const back = `${getPathname({ href: PAGES[name], locale: useLocale() })}${shown && `?${shown}`}`;
  const query = new URLSearchParams([...chosen, ["back", back]]).toString();
  return (
    <a href={`/api/admin/exports/${name}.csv?${query}`} className={buttonClass({ kind: "quiet", size: "small" })}>
      {label ?? t("export")}
    </a>
  );
}
