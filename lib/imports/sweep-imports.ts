import { sql } from "drizzle-orm";
import { productImportRows, productImports } from "@/db/schema/imports";
import { IMPORT_KEPT_MINUTES } from "@/lib/imports/model";
import type { Ctx } from "@/lib/shared/context";
import { minutesAfter } from "@/lib/shared/pakistan-time";

const AT_ONCE = 100;

/** Forgets files that waited for a day and were not imported; one that is being imported is passed over. */
export async function sweepImports({ db, now }: Pick<Ctx, "db" | "now">): Promise<void> {
  const old = minutesAfter(now, -IMPORT_KEPT_MINUTES);
  await db.transaction(async (tx) => {
    const rows = await tx.execute<{ id: number }>(sql`
      select id from ${productImports} where plan is not null and created_at <= ${old}
      order by id limit ${AT_ONCE} for update skip locked`);
    const ids = sql`any(${sql.param(rows.map(({ id }) => id))}::bigint[])`;
    await tx.execute(sql`delete from ${productImportRows} where import_id = ${ids}`);
    await tx.execute(sql`update ${productImports} set plan = null where id = ${ids}`);
  });
}
