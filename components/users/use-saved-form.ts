"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useFormAction } from "@/components/ui/use-form-action";

/** A form that stays on its page: once its change is made, the page around it is drawn anew. */
export function useSavedForm(serverAction: Parameters<typeof useFormAction>[0]) {
  const form = useFormAction(serverAction);
  const router = useRouter();
  const { doneAt } = form.state;
  useEffect(() => {
    if (doneAt) router.refresh();
  }, [doneAt, router]);
  return form;
}
