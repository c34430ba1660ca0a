import { count, desc, eq } from "drizzle-orm";
import { discountCodes } from "@/db/schema/orders";
import { codeView } from "@/lib/discounts/code-view";
import type { CodeView } from "@/lib/discounts/schemas";
import type { Page, Slice } from "@/lib/http/page";
import type { UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";

/** All discount codes, the newest first. */
export async function listCodes({ db, actor }: UserCtx, { page, page_size }: Page): Promise<Slice<CodeView>> {
  requireStaff(actor);
  const [rows, [total]] = await Promise.all([
    db
      .select()
      .from(discountCodes)
      .orderBy(desc(discountCodes.id))
      .limit(page_size)
      .offset((page - 1) * page_size),
    db.select({ count: count() }).from(discountCodes),
  ]);
  return { count: total?.count ?? 0, rows: rows.map(codeView) };
}

/** One code, or null. */
export async function findCode({ db, actor }: UserCtx, id: number): Promise<CodeView | null> {
  requireStaff(actor);
  const [row] = await db.select().from(discountCodes).where(eq(discountCodes.id, id));
  return row ? codeView(row) : null;
}
