"use client";

import { useTranslations } from "next-intl";
import { AskedFirst } from "@/components/admin/asked-first";
import { AskedPassword } from "@/components/admin/asked-password";
import { PeopleProblem } from "@/components/people/people-problem";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { useSavedForm } from "@/components/users/use-saved-form";
import { changeRoleAction } from "@/lib/people/actions";
import { type Role, ROLES } from "@/lib/users/model";

type RoleFormProps = { userId: number; role: Role; isSelf: boolean };

/** What somebody may do in the shop, from their next request on; one's own role is asked about first. */
export function RoleForm({ userId, role, isSelf }: RoleFormProps) {
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
        {!isSelf && (
          <Button kind="quiet" aria-disabled={isPending}>
            {t("changeRole")}
          </Button>
        )}
      </div>
      {isSelf && (
        <AskedFirst label={t("changeRole")} question={t("roleSelf")}>
          <Button kind="danger" size="small" className="justify-self-start" aria-disabled={isPending}>
            {t("changeRoleNow")}
          </Button>
        </AskedFirst>
      )}
      {state.doneAt && (
        <p role="status" className="text-[0.9375rem] font-medium text-good">
          {t("done")}
        </p>
      )}
    </form>
  );
}
