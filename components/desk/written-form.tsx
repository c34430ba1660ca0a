"use client";

import { useTranslations } from "next-intl";
import { DeskProblem } from "@/components/desk/desk-problem";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { useFormAction } from "@/components/ui/use-form-action";
import { writeAction } from "@/lib/desk/actions";

type WrittenFormProps = {
  orderId: number;
  intent: "note" | "message";
  label: string;
  hint: string;
  submit: string;
};

/** A few lines about an order: a note for the staff, or a message to its buyer. */
export function WrittenForm({ orderId, intent, label, hint, submit }: WrittenFormProps) {
  const fields = useTranslations("fields");
  const { state, isPending, formProps } = useFormAction(writeAction);
  return (
    <form {...formProps} className="grid gap-3">
      <DeskProblem problem={state.problem} orderId={orderId} />
      <input type="hidden" name="order_id" value={orderId} />
      <input type="hidden" name="intent" value={intent} />
      <TextArea
        id={`text-${intent}`}
        label={label}
        hint={hint}
        name="text"
        rows={3}
        dir="auto"
        defaultValue={state.values.text}
        error={state.errors.text && fields(state.errors.text)}
      />
      <Button kind="quiet" wide aria-disabled={isPending}>
        {submit}
      </Button>
    </form>
  );
}
