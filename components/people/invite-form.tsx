"use client";

import { useTranslations } from "next-intl";
import { AskedPassword } from "@/components/admin/asked-password";
import { PeopleProblem } from "@/components/people/people-problem";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useSavedForm } from "@/components/users/use-saved-form";
import { inviteStaffAction } from "@/lib/people/actions";

/** A mail to somebody who is to work in the back office. */
export function InviteForm() {
  const t = useTranslations("adminPeople");
  const words = useTranslations("fields");
  const { state, isPending, formProps } = useSavedForm(inviteStaffAction);
  const { email } = state.errors;
  return (
    <form {...formProps} className="grid gap-3">
      <PeopleProblem problem={state.problem} />
      {state.doneAt && (
        <Notice tone="good" role="status">
          <p>{t("invited")}</p>
        </Notice>
      )}
      <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Field
          key={state.doneAt}
          label={t("email")}
          name="email"
          type="email"
          inputMode="email"
          dir="ltr"
          autoComplete="off"
          maxLength={254}
          defaultValue={state.values.email}
          error={email && words(email === "required" ? "required" : "email")}
        />
        <Select name="role" label={t("role")} defaultValue={state.values.role ?? "staff"}>
          <option value="staff">{t("roles.staff")}</option>
          <option value="admin">{t("roles.admin")}</option>
        </Select>
      </div>
      <AskedPassword id="invite-password" state={state} />
      <Button kind="quiet" className="justify-self-start" aria-disabled={isPending}>
        {t("invite")}
      </Button>
    </form>
  );
}
