"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/admin/action-form";
import { matchAgainAction } from "@/lib/settlements/actions";

/** Looks once more at the row of a settlement file that an item is about. */
export function MatchAgainForm({ id, isJob = false, back }: { id: number; isJob?: boolean; back: string }) {
  const t = useTranslations("adminReview");
  return (
    <div className="grid justify-items-start gap-1">
      <ActionForm
        action={matchAgainAction}
        fields={{ review_id: id, back }}
        label={t("matchAgain")}
        kind={isJob ? "primary" : "quiet"}
      />
      <p className="text-[0.9375rem] text-ink-soft">{t("matchAgainHint")}</p>
    </div>
  );
}
