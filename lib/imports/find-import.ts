import { eq } from "drizzle-orm";
import { productImports } from "@/db/schema/imports";
import { planImport } from "@/lib/imports/plan-import";
import type { ImportPlanView } from "@/lib/imports/schemas";
import type { UserCtx } from "@/lib/shared/context";

export type FoundImport = { importedAt: Date | null; plan: ImportPlanView | null };

/** What a waiting file would change at this moment; without a plan where it waits no more, null where there was none. */
export async function findImport({ db }: UserCtx, id: number): Promise<FoundImport | null> {
  const [row] = await db.select().from(productImports).where(eq(productImports.id, id));
  if (!row) return null;
  const { file } = row;
  const plan = file && (await db.transaction((tx) => planImport(tx, file, { locks: false })));
  return { importedAt: row.importedAt, plan };
}
