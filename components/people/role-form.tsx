"use client";

import { useTranslations } from "next-intl";
import { AskedPassword } from "@/components/admin/asked-password";
import { PeopleProblem } from "@/components/people/people-problem";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { useSavedForm } from "@/components/users/use-saved-form";
import { changeRoleAction } from "@/lib/people/actions";
import { type Role, ROLES } from "@/lib/users/model";

/** What somebody may do in the shop, from their next request on. */
export function RoleForm({ userId, role }: { userId: number; role: Role }) {
  const t = useTranslations("adminPeople");
  const { state, isPending, formProps } = useSavedForm(changeRoleAction);
  return (
    <form {...formProps} className="grid gap-3">
      <PeopleProblem problem={state.problem} />
      <input type="hidden" name="user_id" value={userId} />
      <AskedPassword id="role-password" state={state} />
      <div className="flex flex-wrap items-end gap-3">
        <Select key={role} name="role" label={t("role")} defaultValue={role}>
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {t(`roles.${each}`)}
            </option>
          ))}
        </Select>
        <Button kind="quiet" aria-disabled={isPending}>
          {t("changeRole")}
        </Button>
      </div>
      {state.doneAt && (
        <p role="status" className="text-[0.9375rem] font-medium text-good">
          {t("done")}
        </p>
      )}
    </form>
  );
}
