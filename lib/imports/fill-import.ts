import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { RowProblem } from "@/lib/imports/model";
import { readProductRows } from "@/lib/imports/read-product-rows";
import type { ReadRow } from "@/lib/imports/read-row";

const BATCH = 1000;
const MOST_TOLD = 200;

/** Rows that are wrong by themselves: how many, and the first of them. */
type Filled = { wrong: RowProblem[]; count: number };

/** Puts the rows of a file into a table of this transaction, `import_rows`, as they are read. */
export async function fillImport(tx: Database, path: string): Promise<Filled> {
  await tx.execute(sql`create temp table import_rows (line int, item_code text, said jsonb) on commit drop`);
  const filled: Filled = { wrong: [], count: 0 };
  let batch: ReadRow[] = [];
  const put = async () => {
    const rows = JSON.stringify(batch);
    batch = [];
    await tx.execute(sql`
      insert into import_rows select * from jsonb_to_recordset(${rows}::jsonb) as row (line int, item_code text, said jsonb)`);
  };
  for await (const row of readProductRows(path)) {
    if (!row.problem) batch.push(row);
    else if (filled.count++ < MOST_TOLD) filled.wrong.push(row.problem);
    if (batch.length === BATCH) await put();
  }
  await put();
  await tx.execute(sql`create index on import_rows (item_code)`);
  await tx.execute(sql`analyze import_rows`);
  return filled;
}
