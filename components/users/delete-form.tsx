"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormAnswer } from "@/components/users/form-answer";
import { Link } from "@/i18n/navigation";
import type { FormState } from "@/lib/http/form-state";
import { deleteAccountAction } from "@/lib/users/actions";

/** What goes and what stays is said first; an order that is not over is named. */
export function DeleteForm({ email }: { email: string }) {
  const t = useTranslations("account");
  const words = useTranslations("auth");
  const { state, isPending, formProps } = useFormAction(deleteAccountAction);
  const { password } = state.errors;
  return (
    <details open={state.problem !== null} className="group">
      <summary className="min-h-11 content-center font-medium text-bad">{t("delete")}</summary>
      <form {...formProps} className="grid gap-4 pt-2">
        <p>{t("deleteText")}</p>
        {state.problem?.in_the_way ? <InTheWay way={state.problem.in_the_way} /> : <FormAnswer state={state} done="" />}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <PasswordField
          words={{ show: words("show"), hide: words("hide") }}
          id="field-delete-password"
          label={t("deletePassword")}
          name="password"
          autoComplete="current-password"
          error={password && (password === "required" ? words("fields.required") : t("wrongPassword"))}
        />
        <Button kind="danger" className="justify-self-start" aria-disabled={isPending}>
          {t("deleteConfirm")}
        </Button>
      </form>
    </details>
  );
}

const REASONS = ["order_open", "payment_checked", "refund_owed"] as const;

function InTheWay({ way }: { way: NonNullable<NonNullable<FormState["problem"]>["in_the_way"]> }) {
  const t = useTranslations("account");
  const why = REASONS.find((reason) => reason === way.why) ?? "order_open";
  return (
    <Notice tone="wait" role="alert">
      <p>
        {t.rich(`inTheWay.${why}`, {
          order: () => (
            <Link href={`/orders/${way.order_id}`} prefetch={false} className="link figures">
              {way.order_number}
            </Link>
          ),
        })}
      </p>
    </Notice>
  );
}
