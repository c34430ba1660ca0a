"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { Link } from "@/i18n/navigation";
import { importProductsAction } from "@/lib/imports/actions";

/** Does what the page has shown, and nothing else. */
export function ImportForm({ id, plan }: { id: number; plan: string }) {
  const t = useTranslations("adminImport");
  const { state, isPending, formProps } = useFormAction(importProductsAction);
  const { problem } = state;
  return (
    <form {...formProps} className="grid gap-4">
      {problem?.code === "changed_meanwhile" || problem?.code === "not_found" ? (
        <Notice tone="bad" role="alert">
          <p>{t(problem.code === "not_found" ? "over" : "changed")}</p>
          <ul className="grid gap-0.5">
            {problem.changes?.map(({ row, item_code, field, seen, now }) => (
              <li key={`${row} ${field}`}>
                <bdi dir="ltr">
                  <bdi>{item_code}</bdi> <span className="text-ink-soft">{field}: </span>
                  <s>
                    <bdi>{seen}</bdi>
                  </s>{" "}
                  → <bdi>{now}</bdi>
                </bdi>
              </li>
            ))}
          </ul>
          <p>
            <Link href="/admin/products/import" prefetch={false} className="link">
              {t("another")}
            </Link>
          </p>
        </Notice>
      ) : (
        <ProblemNotice problem={problem} />
      )}
      <input type="hidden" name="import_id" value={id} />
      <input type="hidden" name="plan" value={plan} />
      <div>
        <Button aria-disabled={isPending}>{t("import")}</Button>
      </div>
    </form>
  );
}
