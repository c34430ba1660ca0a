import { and, eq, lt, sql } from "drizzle-orm";
import { products } from "@/db/schema/catalog";
import { pictureFiles, pictures } from "@/db/schema/pictures";
import { PICTURE_WIDTHS } from "@/lib/pictures/model";
import { pictureStore } from "@/lib/pictures/picture-store";
import type { Ctx } from "@/lib/shared/context";
import { describeError } from "@/lib/shared/describe-error";
import { minutesAfter } from "@/lib/shared/pakistan-time";

const KEPT_MINUTES = 24 * 60;
const AT_ONCE = 100;
const LONGEST_MS = 20_000;

const isShown = sql`exists (select from ${products}
  where substring(${products.imageUrl} from '^/uploads/([0-9a-f]{64})/') = ${pictures.hash})`;

/**
 * Throws away pictures that no product has shown for a day, also where an S3-compatible store keeps them, so many and so
 * long at a time. Whoever gives one to a product at this moment keeps it, or is told that it is gone.
 */
export async function sweepPictures(ctx: Pick<Ctx, "db" | "now">): Promise<{ removed: number }> {
  const isOld = lt(pictures.lastUsedAt, minutesAfter(ctx.now, -KEPT_MINUTES));
  const found = await ctx.db
    .select({ hash: pictures.hash })
    .from(pictures)
    .where(and(isOld, sql`not ${isShown}`))
    .orderBy(pictures.lastUsedAt)
    .limit(AT_ONCE);
  const began = performance.now();
  let removed = 0;
  for (const { hash } of found) {
    if (performance.now() - began > LONGEST_MS) break;
    try {
      removed += await remove(ctx, and(isOld, eq(pictures.hash, hash)));
    } catch (thrown) {
      console.error(`A picture that nobody needs is still there: ${describeError(thrown)}`);
      break; // the next hour goes on
    }
  }
  return { removed };
}

/** One picture under its lock, which whoever sends it again or gives it to a product waits for. */
const remove = ({ db }: Pick<Ctx, "db">, where: ReturnType<typeof and>): Promise<number> =>
  db.transaction(async (tx) => {
    const [locked] = await tx
      .select({ hash: pictures.hash })
      .from(pictures)
      .where(where)
      .for("update", { skipLocked: true });
    if (!locked) return 0;
    const { hash } = locked;
    const [unused] = await tx
      .select({ hash: pictures.hash })
      .from(pictures)
      .where(and(eq(pictures.hash, hash), sql`not ${isShown}`));
    if (!unused) return 0;
    const store = pictureStore();
    if (store) await Promise.all(PICTURE_WIDTHS.map((width) => store.remove(hash, width)));
    await tx.delete(pictureFiles).where(eq(pictureFiles.hash, hash));
    await tx.delete(pictures).where(eq(pictures.hash, hash));
    return 1;
  });
