import { eq } from "drizzle-orm";
import { productImports } from "@/db/schema/imports";
import type { ImportPlanView } from "@/lib/imports/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";

export type FoundImport = { importedAt: Date | null; plan: ImportPlanView | null };

/** What a waiting file was shown to change; without a plan where it waits no more, null where there was none. */
export async function findImport({ db, actor }: UserCtx, id: number): Promise<FoundImport | null> {
  requireAdmin(actor);
  const [row] = await db
    .select({ importedAt: productImports.importedAt, plan: productImports.plan })
    .from(productImports)
    .where(eq(productImports.id, id));
  return row ?? null;
}
