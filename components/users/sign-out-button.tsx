"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { UNTOUCHED } from "@/lib/http/form-state";
import { signOutAction } from "@/lib/users/actions";

/** Ends this session at once, in all its tabs. */
export function SignOutButton() {
  const t = useTranslations("auth");
  const [{ problem }, submit] = useActionState(signOutAction, UNTOUCHED);
  return (
    <form action={submit} className="grid gap-4">
      {problem && (
        <Notice tone="bad" role="alert">
          <p>{t("problems.other")}</p>
        </Notice>
      )}
      <Button kind="quiet" wide>
        {t("signOut")}
      </Button>
    </form>
  );
}
