"use client";

import { Button } from "@/components/ui/button";
import { useFormAction } from "@/components/ui/use-form-action";
import { removeAddressAction } from "@/lib/addresses/actions";

/** Forgets one address; one that is gone already is what was wished for. */
export function RemoveAddress({ id, label, word }: { id: number; label: string; word: string }) {
  const { isPending, formProps } = useFormAction(removeAddressAction);
  return (
    <form {...formProps}>
      <input type="hidden" name="address_id" value={id} />
      <Button kind="plain" size="small" aria-label={label} aria-disabled={isPending}>
        {word}
      </Button>
    </form>
  );
}
