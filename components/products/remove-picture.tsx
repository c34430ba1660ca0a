"use client";

import { useTranslations } from "next-intl";
import { ChangedNotice } from "@/components/products/changed-notice";
import { Button } from "@/components/ui/button";
import { useFormAction } from "@/components/ui/use-form-action";
import { removePictureAction } from "@/lib/products/actions";

export function RemovePicture({ itemCode, seen }: { itemCode: string; seen: string }) {
  const t = useTranslations("adminProducts");
  const { state, isPending, formProps } = useFormAction(removePictureAction);
  return (
    <form {...formProps}>
      <ChangedNotice problem={state.problem} labels={{ image_url: t("picture") }} />
      <input type="hidden" name="item_code" value={itemCode} />
      <input type="hidden" name="seen" value={seen} />
      <Button kind="plain" size="small" aria-disabled={isPending}>
        {t("removePicture")}
      </Button>
    </form>
  );
}
