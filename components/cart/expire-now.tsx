"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useSavedForm } from "@/components/users/use-saved-form";
import { expireCartsAction } from "@/lib/cart/actions";

/** How much has had its time, and the button that takes it out of the carts. */
export function ExpireNow({ due }: { due: number }) {
  const t = useTranslations("adminCarts");
  const { state, isPending, formProps } = useSavedForm(expireCartsAction);
  return (
    <form {...formProps} className="grid justify-items-start gap-3">
      <ProblemNotice problem={state.problem} />
      {state.values.expired && (
        <Notice tone="good" role="status">
          <p>{t("expired", { count: Number(state.values.expired) })}</p>
        </Notice>
      )}
      <p>{t("dry", { count: due })}</p>
      {due > 0 && (
        <Button kind="quiet" aria-disabled={isPending}>
          {t("expireNow")}
        </Button>
      )}
    </form>
  );
}
