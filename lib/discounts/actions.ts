"use server";

import { changeCode } from "@/lib/discounts/change-code";
import { createCode } from "@/lib/discounts/create-code";
import { ChangeCodeForm, CreateCodeForm } from "@/lib/discounts/schemas";
import { action } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireAdminContext } from "@/lib/http/require-staff-context";

export const createCodeAction = action(requireAdminContext, CreateCodeForm, async (ctx, input) => {
  await createCode(ctx, input);
  await redirectTo(`/admin/codes?done=${ctx.now.getTime()}`);
});

/** A moment is shown to the minute: one that was not touched is no change. */
export const changeCodeAction = action(
  requireAdminContext,
  ChangeCodeForm,
  async (ctx, { code_id, seen, ...terms }) => {
    const minute = (value: unknown) => (typeof value === "string" ? value.slice(0, 16) : value);
    const known: Record<string, unknown> = seen;
    const changes = Object.fromEntries(
      Object.entries(terms).filter(([term, value]) => minute(value) !== minute(known[term] ?? null)),
    );
    await changeCode(ctx, { codeId: code_id, changes, seen });
    await redirectTo(`/admin/codes?done=${ctx.now.getTime()}`);
  },
);
