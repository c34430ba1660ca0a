"use client";

import { isRedirectError } from "next/dist/client/components/redirect-error";
import { unstable_rethrow } from "next/navigation";
import { type FormEvent, useActionState, useEffect, useRef, useState, useTransition } from "react";
import { keepFocus } from "@/components/ui/keep-focus";
import { type FormState, UNTOUCHED } from "@/lib/http/form-state";

type FormAction<State extends FormState> = (state: State, formData: FormData) => Promise<State>;

/**
 * A form that works before JavaScript and, after it, stays as it is when the answer does not come:
 * the visitor keeps all that was typed and is told so, and the keyboard stays where it was or goes to what is said.
 * `onLeave` is for when the answer leads to another page.
 */
export function useFormAction<State extends FormState>(serverAction: FormAction<State>, onLeave?: () => void) {
  const [served, formAction] = useActionState(serverAction, UNTOUCHED as Awaited<State>);
  const [answered, setAnswered] = useState<State | null>(null);
  const [isPending, start] = useTransition();
  const state = answered ?? served;
  const refocus = useRef<() => void>(undefined);

  useEffect(() => {
    if (!isPending) refocus.current?.();
  }, [isPending]);
  useEffect(() => () => refocus.current?.(), []);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const { nativeEvent, currentTarget } = event;
    const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    const formData = new FormData(currentTarget, submitter);
    refocus.current = keepFocus(currentTarget, submitter);
    start(async () => {
      try {
        const next = await serverAction(state, formData);
        start(() => setAnswered(next));
      } catch (thrown) {
        if (isRedirectError(thrown)) onLeave?.();
        unstable_rethrow(thrown);
        start(() => setAnswered({ ...state, errors: {}, problem: { code: "unreachable" } }));
      }
    });
  }

  return { state, isPending, formProps: { action: formAction, onSubmit, noValidate: true } };
}
