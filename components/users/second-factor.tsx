"use client";

import { useTranslations } from "next-intl";
import { BeginSecondFactor } from "@/components/users/begin-second-factor";
import { RecoveryCodes } from "@/components/users/recovery-codes";
import { RemoveSecondFactor } from "@/components/users/remove-second-factor";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/users/code-field";
import { FormAnswer } from "@/components/users/form-answer";
import { useFormAction } from "@/components/ui/use-form-action";
import { confirmSecondFactorAction } from "@/lib/users/actions";
import type { SecondFactorStanding } from "@/lib/users/model";

/** Each step of one's own second factor. The codes stand in the answer of the confirming form and nowhere else. */
export function SecondFactor({ standing, isRequired }: { standing: SecondFactorStanding; isRequired: boolean }) {
  const t = useTranslations("secondFactor");
  const { state, isPending, formProps } = useFormAction(confirmSecondFactorAction);
  const codes = state.values.recovery_codes;
  if (codes) return <RecoveryCodes codes={codes.split(" ")} toAdmin={isRequired} />;
  if (standing.kind === "on") return <RemoveSecondFactor recoveryLeft={standing.recoveryLeft} />;
  if (standing.kind === "off") return <BeginSecondFactor />;
  const { size, path, secret } = standing;
  return (
    <>
      <form {...formProps} className="grid gap-5">
        <FormAnswer state={state} done={null} />
        <p>{t("scan")}</p>
        <svg
          role="img"
          aria-label={t("qr")}
          viewBox={`-2 -2 ${size + 4} ${size + 4}`}
          shapeRendering="crispEdges"
          className="w-full max-w-56 justify-self-center rounded-soft bg-white"
        >
          <path d={path} fill="#000" />
        </svg>
        <p>
          {t("secret")}: <bdi className="font-mono break-words select-all">{secret}</bdi>
        </p>
        <CodeField label={t("code")} error={state.errors.code} />
        <Button size="large" wide aria-disabled={isPending}>
          {t("confirm")}
        </Button>
      </form>
      <details>
        <summary className="min-h-11 cursor-pointer content-center text-cobalt">{t("again")}</summary>
        <BeginSecondFactor />
      </details>
    </>
  );
}
