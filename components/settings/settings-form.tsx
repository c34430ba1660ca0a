"use client";

import { useTranslations } from "next-intl";
import { AskedPassword } from "@/components/admin/asked-password";
import { AdminProblem } from "@/components/admin/admin-problem";
import { ChangedNotice } from "@/components/products/changed-notice";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useSavedForm } from "@/components/users/use-saved-form";
import { changeSettingsAction } from "@/lib/settings/actions";
import type { SettingsView } from "@/lib/settings/schemas";

type Number = "open_cash_per_phone" | "unsettled_after_days" | "low_stock_below";
type Amount = "cash_limit" | "approval_above";

/** All that the merchant decides of how the shop works, saved together. */
export function SettingsForm({ settings }: { settings: SettingsView }) {
  const t = useTranslations("adminSettings");
  const admin = useTranslations("adminForms");
  const words = useTranslations("fields");
  const saved = useTranslations("admin");
  const { state, isPending, formProps } = useSavedForm(changeSettingsAction);
  const isTyped = state.problem !== null;
  const isChanged = state.problem?.code === "changed_meanwhile";
  const shown = (name: Number | Amount): string => (isTyped ? state.values[name] : settings[name]?.toString()) ?? "";
  const wrong = (name: Number | Amount, how: string) =>
    state.errors[name] && (state.errors[name] === "required" ? words("required") : how);
  const amount = (name: Amount, label: string, hint: string) => (
    <Field
      name={name}
      label={label}
      hint={hint}
      inputMode="decimal"
      dir="ltr"
      defaultValue={shown(name)}
      error={wrong(name, admin("amount"))}
    />
  );
  const whole = (name: Number, label: string, hint?: string, how = admin("whole")) => (
    <Field
      name={name}
      label={label}
      hint={hint}
      inputMode="numeric"
      dir="ltr"
      defaultValue={shown(name)}
      error={wrong(name, how)}
    />
  );
  const labels = {
    cash_limit: t("cashLimit"),
    open_cash_per_phone: t("openCash"),
    cash_needs_call: t("call"),
    approval_above: t("approval"),
    unsettled_after_days: t("unsettled"),
    low_stock_below: t("lowStock"),
  };
  return (
    <form key={state.doneAt} {...formProps} className="grid max-w-2xl gap-4">
      {isChanged ? <ChangedNotice problem={state.problem} labels={labels} /> : <AdminProblem problem={state.problem} />}
      <input type="hidden" name="seen" value={JSON.stringify(seenOf(settings, state.problem?.changes ?? []))} />
      {state.doneAt && (
        <Notice tone="good" role="status">
          <p>{saved("saved")}</p>
        </Notice>
      )}
      <Card title={t("cash")}>
        {amount("cash_limit", t("cashLimit"), t("cashLimitHint"))}
        {whole("open_cash_per_phone", t("openCash"), t("empty"))}
        <label className="inline-flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            name="cash_needs_call"
            value="true"
            defaultChecked={isTyped ? state.values.cash_needs_call === "true" : settings.cash_needs_call}
            className="size-5 shrink-0 accent-cobalt"
          />
          {t("call")}
        </label>
      </Card>
      <Card title={t("money")}>{amount("approval_above", t("approval"), t("approvalHint"))}</Card>
      <Card title={t("watch")}>
        {whole("unsettled_after_days", t("unsettled"), undefined, t("days"))}
        {whole("low_stock_below", t("lowStock"))}
      </Card>
      <AskedPassword id="settings-password" state={state} />
      <Button className="justify-self-start" aria-disabled={isPending}>
        {saved("save")}
      </Button>
    </form>
  );
}

type Changes = readonly { field: string; now: string }[];

/** What the reader has seen, with what a refusal has told of since. */
function seenOf(settings: SettingsView, changes: Changes): object {
  const told = changes.map(({ field, now }) => {
    if (now === "") return [field, null];
    if (field === "cash_needs_call") return [field, now === "true"];
    return [field, /^(cash_limit|approval_above)$/.test(field) ? now : Number(now)];
  });
  return { ...settings, ...Object.fromEntries(told) };
}
