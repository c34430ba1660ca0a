import { useTranslations } from "next-intl";
import { AUDIT_ACTIONS } from "@/lib/audit/model";

/** What an action is called; what no version of the shop knows any more is called as it was written. */
export function useActionWords(): (action: string) => string {
  const t = useTranslations("adminAudit.actions");
  return (action) => {
    const known = AUDIT_ACTIONS.find((one) => one === action);
    return known ? t(known) : action;
  };
}
