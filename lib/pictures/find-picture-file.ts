import { sql } from "drizzle-orm";
import { pictureFiles } from "@/db/schema/pictures";
import { statement } from "@/db/statement";
import { pictureStore } from "@/lib/pictures/picture-store";
import type { Ctx } from "@/lib/shared/context";

const FIND = statement<{ hash: string; width: number }, { bytes: Buffer | null }>(
  ({ hash, width }) => sql`select bytes from ${pictureFiles} where hash = ${hash} and width = ${width}`,
);

/** An uploaded picture in one of its widths, from where it is kept; null where there is none. */
export async function findPictureFile(
  { db }: Pick<Ctx, "db">,
  file: { hash: string; width: number },
): Promise<Buffer | null> {
  const [row] = await FIND(db, file);
  if (!row) return null;
  return row.bytes ?? (await pictureStore()?.get(file.hash, file.width)) ?? null;
}
