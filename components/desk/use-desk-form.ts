"use client";

import { useFormAction } from "@/components/ui/use-form-action";
import { type FormState, UNTOUCHED } from "@/lib/http/form-state";

/**
 * A form about one version of an order. What it was told of another version is over once the page shows the order anew,
 * unless the page shows just what it was told of.
 */
export function useDeskForm(
  serverAction: (state: FormState, formData: FormData) => Promise<FormState>,
  version: string | undefined,
) {
  const form = useFormAction(serverAction);
  const { values, problem } = form.state;
  const isOver = values.version !== version && problem?.version !== version;
  return isOver ? { ...form, state: UNTOUCHED } : form;
}
