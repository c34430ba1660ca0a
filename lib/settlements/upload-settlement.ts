import { and, eq, sql } from "drizzle-orm";
import { settlementFiles } from "@/db/schema/settlements";
import { recordAudit } from "@/lib/audit/record-audit";
import { fitColumns, guessColumns } from "@/lib/settlements/guess-columns";
import type { ColumnNames, RowProblem, SettlementSource } from "@/lib/settlements/model";
import { findSettlement, requireSettlements } from "@/lib/settlements/queries";
import { type FileRow, readColumns, readRows } from "@/lib/settlements/read-rows";
import { findColumns, rememberColumns } from "@/lib/settlements/remember-columns";
import type { SettlementView } from "@/lib/settlements/schemas";
import { settleRows } from "@/lib/settlements/settle-rows";
import { type UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { inTurn } from "@/lib/shared/in-turn";

const ROWS_AT_ONCE = 1000;
const MOST_PROBLEMS = 20;

/** A file on this machine's disk, with the hash of its content; `columns` where its names are said with it. */
type Upload = { source: SettlementSource; name: string; path: string; hash: string; columns?: ColumnNames };

/**
 * Takes in what JazzCash or a courier says it has paid out: all of the file or, where one row is wrong, nothing of it.
 * The same file again changes nothing and answers the same. One after the other, so that each payment is settled once.
 * Refuses `forbidden`, and `invalid_input` for columns that nobody has named yet and for rows that cannot be true.
 */
export async function uploadSettlement(
  ctx: UserCtx,
  upload: Upload,
): Promise<{ settlement: SettlementView; isNew: boolean }> {
  requireSettlements(ctx);
  const known = await findFile(ctx, upload);
  if (known) return { settlement: await viewOf(ctx, known), isNew: false };
  const columns = await columnsOf(ctx, upload);
  await refuseWrongRows(upload.path, columns);
  return inTurn("settlements", async () => {
    const { id, isNew } = await takeIn(ctx, upload, columns);
    return { settlement: await viewOf(ctx, id), isNew };
  });
}

async function takeIn(ctx: UserCtx, upload: Upload, columns: ColumnNames): Promise<{ id: number; isNew: boolean }> {
  const { source, name, hash } = upload;
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('settlements', 0))`);
    const known = await findFile(inside, upload);
    if (known) return { id: known, isNew: false };
    const values = { source, name, contentHash: hash, uploadedBy: ctx.actor.userId, createdAt: ctx.now };
    const [file] = await tx.insert(settlementFiles).values(values).returning({ id: settlementFiles.id });
    const fileId = file?.id ?? 0;
    if (upload.columns) await rememberColumns(inside, source, upload.columns);
    let count = 0;
    for await (const rows of inBatches(readRows(upload.path, columns))) {
      await settleRows(inside, { fileId, source, name }, rows);
      count += rows.length;
    }
    await recordAudit(tx, ctx, "settlement.upload", `settlement:${fileId}`, { source, rows: count, hash });
    return { id: fileId, isNew: true };
  });
}

async function* inBatches(rows: AsyncIterable<FileRow | RowProblem>): AsyncGenerator<FileRow[]> {
  let batch: FileRow[] = [];
  for await (const row of rows) {
    if ("why" in row) throw wrongRows([row]);
    batch.push(row);
    if (batch.length < ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The columns as they were said with the file, or as they were the last time; else what they might be is answered. */
async function columnsOf(ctx: UserCtx, { source, path, columns: said }: Upload): Promise<ColumnNames> {
  const columns = await readColumns(path);
  const names = said ?? (await findColumns(ctx, source));
  if (names && fitColumns(names, columns, source)) return names;
  throw new AppError("invalid_input", "Say which column is which.", {
    reason: "columns_unknown",
    errors: [{ path: "columns", message: "say which column is which" }],
    columns,
    guess: guessColumns(columns),
  });
}

async function refuseWrongRows(path: string, columns: ColumnNames): Promise<void> {
  const problems: RowProblem[] = [];
  let count = 0;
  for await (const row of readRows(path, columns)) {
    count++;
    if ("why" in row && problems.push(row) === MOST_PROBLEMS) break;
  }
  if (problems.length > 0) throw wrongRows(problems);
  if (count === 0) throw new AppError("invalid_input", "The file has no rows.", { reason: "file_empty" });
}

const wrongRows = (problems: RowProblem[]): AppError =>
  new AppError("invalid_input", "The file has rows that cannot be right. Nothing of it was taken in.", {
    reason: "rows_wrong",
    errors: problems.map(({ line, why }) => ({ path: `line ${line}`, message: WRONG[why] })),
    lines: problems.map(({ line, why }) => ({ line, why })),
  });

const WRONG: Record<RowProblem["why"], string> = {
  reference: "has no reference, or one that is too long",
  amount: "has an amount that is none",
  date: "has a date that is none",
  sum: "is not the sum of what was paid out, the fee and the tax",
  sign: "pays out and takes back at once",
};

async function findFile({ db }: UserCtx, { source, hash }: Upload): Promise<number | null> {
  const [file] = await db
    .select({ id: settlementFiles.id })
    .from(settlementFiles)
    .where(and(eq(settlementFiles.source, source), eq(settlementFiles.contentHash, hash)));
  return file?.id ?? null;
}

async function viewOf(ctx: UserCtx, id: number): Promise<SettlementView> {
  const view = await findSettlement(ctx, id);
  if (!view) throw new Error(`settlement ${id} went away`);
  return view;
}
