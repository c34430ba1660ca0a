import { useTranslations } from "next-intl";
import { StateMark } from "@/components/ui/notice";
import type { CodeView } from "@/lib/discounts/schemas";

function stateOf({ is_active, starts_at, ends_at, max_uses, uses }: CodeView, now: Date) {
  if (!is_active) return "inactive";
  if (ends_at !== null && new Date(ends_at) <= now) return "ended";
  if (max_uses !== null && uses >= max_uses) return "usedUp";
  return starts_at !== null && new Date(starts_at) > now ? "notYet" : "active";
}

/** Whether a code can be used at this moment, and why not. */
export function CodeState({ code, now }: { code: CodeView; now: Date }) {
  const t = useTranslations("adminCodes");
  const state = stateOf(code, now);
  return <StateMark tone={state === "active" ? "good" : "wait"}>{t(state)}</StateMark>;
}
