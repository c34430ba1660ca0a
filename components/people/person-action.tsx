"use client";

import { useTranslations } from "next-intl";
import { AskedPassword } from "@/components/admin/asked-password";
import { PeopleProblem } from "@/components/people/people-problem";
import { Button } from "@/components/ui/button";
import { useSavedForm } from "@/components/users/use-saved-form";

type PersonActionProps = {
  action: Parameters<typeof useSavedForm>[0];
  fields: Readonly<Record<string, string | number>>;
  label: string;
  /** What a screen reader says where the label alone is not enough. */
  name?: string;
  kind?: "quiet" | "danger" | "plain";
};

/** One button that changes one thing of a person; the page around it shows what came of it. */
export function PersonAction({ action, fields, label, name, kind = "quiet" }: PersonActionProps) {
  const t = useTranslations("adminPeople");
  const { state, isPending, formProps } = useSavedForm(action);
  return (
    <form {...formProps} className="grid justify-items-start gap-1.5">
      <PeopleProblem problem={state.problem} />
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <AskedPassword id={`password-${Object.values(fields).join("-")}-${label}`.replaceAll(/\s/g, "-")} state={state} />
      <Button kind={kind} size="small" aria-label={name} aria-disabled={isPending}>
        {label}
      </Button>
      {state.doneAt && (
        <p role="status" className="text-[0.9375rem] font-medium text-good">
          {t("done")}
        </p>
      )}
    </form>
  );
}
