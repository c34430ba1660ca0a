"use client";

import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useSavedForm } from "@/components/users/use-saved-form";

type SessionButtonProps = {
  action: Parameters<typeof useSavedForm>[0];
  session?: string;
  kind: "plain" | "quiet";
  word: string;
  label?: string;
};

/** Ends a session, or all of them. */
export function SessionButton({ action, session, kind, word, label }: SessionButtonProps) {
  const { state, isPending, formProps } = useSavedForm(action);
  return (
    <form {...formProps} className="grid gap-2">
      <ProblemNotice problem={state.problem} />
      {session && <input type="hidden" name="session" value={session} />}
      <Button kind={kind} size="small" className="whitespace-nowrap" aria-label={label} aria-disabled={isPending}>
        {word}
      </Button>
    </form>
  );
}
