"use server";

import { createCategory } from "@/lib/categories/create-category";
import { renameCategory } from "@/lib/categories/rename-category";
import { CreateCategoryInput, RenameCategoryForm } from "@/lib/categories/schemas";
import { action } from "@/lib/http/action";
import { redirectTo } from "@/lib/http/redirect-to";
import { requireAdminContext } from "@/lib/http/require-staff-context";
import type { UserCtx } from "@/lib/shared/context";

const goBack = ({ now }: UserCtx) => redirectTo(`/admin/products/categories?done=${now.getTime()}`);

export const createCategoryAction = action(requireAdminContext, CreateCategoryInput, async (ctx, input) => {
  await createCategory(ctx, input);
  await goBack(ctx);
});

export const renameCategoryAction = action(requireAdminContext, RenameCategoryForm, async (ctx, input) => {
  await renameCategory(ctx, input);
  await goBack(ctx);
});
