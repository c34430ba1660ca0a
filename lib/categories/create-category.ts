import { max } from "drizzle-orm";
import { categories } from "@/db/schema/catalog";
import { recordAudit } from "@/lib/audit/record-audit";
import type { CreateCategoryInput } from "@/lib/categories/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";

/** An administrator opens a category, the last in the row; 409 `already_there` where its short name is taken. */
export async function createCategory(ctx: UserCtx, { slug, name, name_ur }: CreateCategoryInput): Promise<void> {
  requireAdmin(ctx.actor, "Categories are for the shop's administrators.");
  await ctx.db.transaction(async (tx) => {
    const [last] = await tx.select({ position: max(categories.position) }).from(categories);
    const position = (last?.position ?? -1) + 1;
    await tx.insert(categories).values({ slug, name, nameUr: name_ur, position });
    await recordAudit(tx, ctx, "category.create", `category:${slug}`, {}, { after: { name, name_ur } });
  });
}
