import { eq } from "drizzle-orm";
import { categories } from "@/db/schema/catalog";
import { recordAudit } from "@/lib/audit/record-audit";
import type { RenameCategoryInput } from "@/lib/categories/schemas";
import { changesOf } from "@/lib/shared/changes";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";

/** Gives a category other names. Its short name stays, as it stands in addresses. */
export async function renameCategory(
  ctx: UserCtx,
  { slug, ...names }: RenameCategoryInput & { slug: string },
): Promise<void> {
  requireAdmin(ctx.actor, "Categories are for the shop's administrators.");
  await ctx.db.transaction(async (tx) => {
    const isSlug = !slug.includes("\0");
    const [row] = isSlug
      ? await tx.select().from(categories).where(eq(categories.slug, slug)).for("no key update")
      : [];
    if (!row) throw new AppError("not_found", "There is no such category.");
    const changed = changesOf({ name: row.name, name_ur: row.nameUr }, names);
    if (!changed) return;
    await tx.update(categories).set({ name: names.name, nameUr: names.name_ur }).where(eq(categories.id, row.id));
    await recordAudit(tx, ctx, "category.rename", `category:${slug}`, {}, changed);
  });
}
