import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** That the form went well which led back to this page, as the page's address says. */
export function WentWell({ done }: { done?: string | string[] }) {
  const t = useTranslations("adminProducts");
  if (done === undefined) return null;
  return (
    <div className="[main:has([role=alert]:not(:empty),[aria-invalid=true])_&]:hidden">
      <Notice tone="good" role="status">
        <p>{t("saved")}</p>
      </Notice>
    </div>
  );
}
