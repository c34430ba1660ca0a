"use client";

import { OwnPassword } from "@/components/admin/own-password";
import type { FormState } from "@/lib/http/form-state";

/** The password's field, once the shop has said that it wants it typed again. */
export function AskedPassword({ id, state }: { id: string; state: FormState }) {
  const isAsked = state.problem?.code === "reauthentication_required" || state.errors.password !== undefined;
  return isAsked ? <OwnPassword id={id} state={state} /> : null;
}
