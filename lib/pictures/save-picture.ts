import { eq } from "drizzle-orm";
import { pictureFiles, pictures } from "@/db/schema/pictures";
import { recordAudit } from "@/lib/audit/record-audit";
import { makePicture } from "@/lib/pictures/make-picture";
import { pictureAddress } from "@/lib/pictures/model";
import { pictureStore } from "@/lib/pictures/picture-store";
import type { PictureView } from "@/lib/pictures/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";

/**
 * Keeps a picture in all widths by the hash of what was sent. The same one again, also at the same moment, is one; it is
 * known as used before its files are put where they are, so that no sweep comes between.
 */
export async function savePicture(ctx: UserCtx, bytes: Buffer): Promise<PictureView> {
  requireAdmin(ctx.actor, "Pictures are for the shop's administrators.");
  const { hash, width, height, files } = await makePicture(bytes);
  const view = { hash, width, height, image_url: pictureAddress(hash, 640) };
  const [known] = await ctx.db
    .update(pictures)
    .set({ lastUsedAt: ctx.now })
    .where(eq(pictures.hash, hash))
    .returning({ hash: pictures.hash });
  const store = pictureStore();
  if (store) await Promise.all(files.map((file) => store.put(hash, file.width, file.bytes)));
  if (known) return view;
  await ctx.db.transaction(async (tx) => {
    const [made] = await tx
      .insert(pictures)
      .values({ hash, width, height, uploadedBy: ctx.actor.userId, createdAt: ctx.now, lastUsedAt: ctx.now })
      .onConflictDoNothing()
      .returning({ hash: pictures.hash });
    if (!made) return;
    const rows = files.map((file) => ({ hash, width: file.width, bytes: store ? null : file.bytes }));
    await tx.insert(pictureFiles).values(rows);
    await recordAudit(tx, ctx, "picture.upload", `picture:${hash}`, { width, height });
  });
  return view;
}
