"use client";

import { useTranslations } from "next-intl";
import { ChangedNotice } from "@/components/products/changed-notice";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Tick } from "@/components/ui/tick";
import { useFormAction } from "@/components/ui/use-form-action";
import { changeCodeAction, createCodeAction } from "@/lib/discounts/actions";
import { SEEN_TERMS, typedTerms } from "@/lib/discounts/model";
import type { CodeView } from "@/lib/discounts/schemas";

type Term = keyof ReturnType<typeof typedTerms>;

/** A discount code's terms, or a new code. */
export function CodeForm({ code }: { code: CodeView | null }) {
  const t = useTranslations("adminCodes");
  const admin = useTranslations("admin");
  const words = useTranslations("fields");
  const { state, isPending, formProps } = useFormAction(code ? changeCodeAction : createCodeAction);
  const { values, errors, problem } = state;
  const known = code && typedTerms(code);
  const field = (name: Term | "code") => ({
    name,
    defaultValue: problem ? (values[name] ?? "") : ((name === "code" ? "" : known?.[name]) ?? ""),
    error: errors[name] && words(errors[name] === "used_up" ? "invalid" : errors[name]),
    autoComplete: "off",
  });
  const labels = {
    percent: t("percent"),
    amount: t("amount"),
    starts_at: t("starts"),
    ends_at: t("ends"),
    max_uses: t("maxUses"),
    max_uses_per_user: t("maxUsesPerUser"),
    is_active: t("active"),
  };
  const isActive = problem ? values.is_active !== undefined : (code?.is_active ?? true);
  return (
    <Card>
      <form {...formProps} className="grid items-start gap-5 sm:grid-cols-2">
        <div className="sm:col-span-2 empty:hidden">
          <ChangedNotice problem={problem} labels={labels} alreadyThere={t("alreadyThere")} />
        </div>
        {code ? (
          <>
            <input type="hidden" name="code_id" value={code.id} />
            <input type="hidden" name="seen" value={JSON.stringify(seenTerms(code, problem?.changes ?? []))} />
          </>
        ) : (
          <div className="sm:col-span-2">
            <Field {...field("code")} label={t("code")} hint={t("codeHint")} maxLength={40} className="figures" />
          </div>
        )}
        <Field
          {...field("percent")}
          label={labels.percent}
          hint={t("either")}
          inputMode="numeric"
          className="figures"
        />
        <Field {...field("amount")} label={labels.amount} inputMode="decimal" className="figures" />
        <Field {...field("starts_at")} type="datetime-local" label={labels.starts_at} hint={t("pakistanTime")} />
        <Field {...field("ends_at")} type="datetime-local" label={labels.ends_at} />
        <Field
          {...field("max_uses")}
          label={labels.max_uses}
          hint={t("noLimit")}
          inputMode="numeric"
          className="figures"
        />
        <Field
          {...field("max_uses_per_user")}
          label={labels.max_uses_per_user}
          inputMode="numeric"
          className="figures"
        />
        <Tick name="is_active" label={labels.is_active} defaultChecked={isActive} />
        <div className="sm:col-span-2">
          <Button aria-disabled={isPending}>{code ? admin("save") : t("make")}</Button>
        </div>
      </form>
    </Card>
  );
}

type Changes = readonly { field: string; now: string }[];

/** What the reader has seen of the terms, with what a refusal has told of since. */
function seenTerms(code: CodeView, changes: Changes) {
  const told = new Map(changes.map(({ field, now }) => [field, now]));
  const read = (term: (typeof SEEN_TERMS)[number]) => {
    const now = told.get(term);
    if (now === undefined) return code[term];
    if (now === "") return null;
    if (term === "is_active") return now === "true";
    return typeof code[term] === "number" || /^(percent|max_uses)/.test(term) ? Number(now) : now;
  };
  return Object.fromEntries(SEEN_TERMS.map((term) => [term, read(term)]));
}
