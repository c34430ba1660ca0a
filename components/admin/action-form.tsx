"use client";

import type { ReactNode } from "react";
import { AdminProblem } from "@/components/admin/admin-problem";
import { OwnPassword } from "@/components/admin/own-password";
import { Button } from "@/components/ui/button";
import { useFormAction } from "@/components/ui/use-form-action";
import type { FormState } from "@/lib/http/form-state";

type ActionFormProps = {
  action: (state: FormState, formData: FormData) => Promise<FormState>;
  fields: Record<string, string | number>;
  label: ReactNode;
  /** What a screen reader says where the label alone is not enough. */
  name?: string;
  kind?: "primary" | "quiet" | "danger";
  /** The id of the password's field, where real money moves. */
  password?: string | false;
};

/** One button that does one thing, and says where it could not. */
export function ActionForm({ action, fields, label, name, kind = "quiet", password }: ActionFormProps) {
  const { state, isPending, formProps } = useFormAction(action);
  return (
    <form {...formProps} className="grid justify-items-start gap-3">
      <AdminProblem problem={state.problem} />
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {password && <OwnPassword id={password} state={state} />}
      <Button kind={kind} size="small" aria-disabled={isPending} aria-label={name}>
        {label}
      </Button>
    </form>
  );
}
