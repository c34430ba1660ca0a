"use client";

import { useFormAction } from "@/components/ui/use-form-action";
import { signOutAction } from "@/lib/users/actions";

/** The way out of the back office, on each of its pages. */
export function SignOut({ label, failed }: { label: string; failed: string }) {
  const { state, isPending, formProps } = useFormAction(signOutAction);
  return (
    <form {...formProps} className="flex items-center">
      {state.problem && (
        <p role="alert" className="text-sm font-medium text-bad">
          {failed}
        </p>
      )}
      <button className="link inline-flex min-h-11 items-center" aria-disabled={isPending}>
        {label}
      </button>
    </form>
  );
}
