import { and, eq, gt, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { products } from "@/db/schema/catalog";
import { productImportRows, productImports } from "@/db/schema/imports";
import { pictures } from "@/db/schema/pictures";
import { IMPORT_KEPT_MINUTES } from "@/lib/imports/model";
import type { ImportPlanView } from "@/lib/imports/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { minutesAfter } from "@/lib/shared/pakistan-time";

export type WaitingImport = { id: number; plan: ImportPlanView };

/** Which dry run is meant: its number, or the file that it was made of; and the plan that it has shown. */
export type AskedImport = { plan: string } & ({ importId: number } | { fileHash: string });

const NOBODYS = "There is no such file, or it was imported already.";
const UNSEEN = "This is not what a dry run of this file has shown. Nothing was imported.";

/** A waiting file under its lock, which was shown to do what is asked for; 404 where it waits no more, else 409. */
export async function lockImport({ db: tx, now }: UserCtx, asked: AskedImport): Promise<WaitingImport> {
  const isAsked =
    "importId" in asked
      ? eq(productImports.id, asked.importId)
      : and(eq(productImports.fileHash, asked.fileHash), eq(productImports.planHash, asked.plan));
  const isKept = gt(productImports.createdAt, minutesAfter(now, -IMPORT_KEPT_MINUTES));
  const [row] = await tx
    .select({ id: productImports.id, plan: productImports.plan })
    .from(productImports)
    .where(and(isAsked, isKept, sql`${productImports.plan} is not null`))
    .orderBy(sql`${productImports.id} desc`)
    .limit(1)
    .for("update");
  if (!row?.plan) {
    throw "importId" in asked ? new AppError("not_found", NOBODYS) : new AppError("changed_meanwhile", UNSEEN);
  }
  if (row.plan.plan !== asked.plan) throw new AppError("changed_meanwhile", UNSEEN);
  return { id: row.id, plan: row.plan };
}

/** Locks what a waiting file was shown to change, all at once: what stays as it is may be sold meanwhile. */
export async function lockNamed(tx: Database, importId: number): Promise<void> {
  await tx.execute(sql`
    select from ${products} where id in (
      select product_id from ${productImportRows} where import_id = ${importId} and changes is not null)
    order by id for no key update`);
  await tx.execute(sql`
    select from ${pictures} where hash in (
      select substring(address from '^/uploads/([0-9a-f]{64})/') from ${productImportRows},
        jsonb_array_elements_text(changes -> 'image_url') as address
      where import_id = ${importId} and changes ? 'image_url')
    order by hash for no key update`);
}
