import { and, eq } from "drizzle-orm";
import { settlementFiles } from "@/db/schema/settlements";
import { recordAudit } from "@/lib/audit/record-audit";
import { fitColumns, guessColumns } from "@/lib/settlements/guess-columns";
import { findNamed, lockNamed } from "@/lib/settlements/lock-named";
import type { ColumnNames, RowProblem, SettlementSource } from "@/lib/settlements/model";
import { findSettlement, requireSettlements } from "@/lib/settlements/queries";
import { type FileRow, readHead, readRows } from "@/lib/settlements/read-rows";
import { findColumns, rememberColumns } from "@/lib/settlements/remember-columns";
import type { SettlementView } from "@/lib/settlements/schemas";
import { sampleOf } from "@/lib/settlements/sample-of";
import { saidRows } from "@/lib/settlements/said-rows";
import { settleRows } from "@/lib/settlements/settle-rows";
import { inSettlementTurn } from "@/lib/settlements/in-settlement-turn";
import { type FileHead, wrongRows } from "@/lib/settlements/wrong-rows";
import { type UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

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
  const found = await columnsOf(ctx, upload);
  await refuseWrongRows(ctx, upload.path, found);
  const { id, isNew } = await inSettlementTurn(ctx, (inside) => takeIn(inside, upload, found));
  return { settlement: await viewOf(ctx, id), isNew };
}

async function takeIn(ctx: UserCtx, upload: Upload, { columns, head: { columns: headings } }: Columns) {
  const { db: tx } = ctx;
  const { source, name, hash, path } = upload;
  const known = await findFile(ctx, upload);
  if (known) return { id: known, isNew: false };
  const values = { source, name, contentHash: hash, uploadedBy: ctx.actor.userId, createdAt: ctx.now };
  const [file] = await tx.insert(settlementFiles).values(values).returning({ id: settlementFiles.id });
  const fileId = file?.id ?? 0;
  if (upload.columns) await rememberColumns(ctx, { source, headings }, upload.columns);
  const named: number[] = [];
  for await (const rows of inBatches(readRows(path, columns, ctx.now))) {
    named.push(...(await findNamed(tx, saidRows({ fileId, source }, rows))));
  }
  const locked = await lockNamed(tx, source, named);
  let count = 0;
  for await (const rows of inBatches(readRows(path, columns, ctx.now))) {
    await settleRows(ctx, { fileId, source, name }, rows, locked);
    count += rows.length;
  }
  await recordAudit(tx, ctx, "settlement.upload", `settlement:${fileId}`, { source, rows: count, hash });
  return { id: fileId, isNew: true };
}

async function* inBatches(rows: AsyncIterable<FileRow | RowProblem>): AsyncGenerator<FileRow[]> {
  let batch: FileRow[] = [];
  for await (const row of rows) {
    if ("code" in row) throw wrongRows([row]);
    batch.push(row);
    if (batch.length < ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

type Columns = { columns: ColumnNames; head: FileHead };

/** The columns as they were said with the file, or of one with the same headings; else what they might be is answered. */
async function columnsOf(ctx: UserCtx, { source, path, columns: said }: Upload): Promise<Columns> {
  const { columns: headings, first } = await readHead(path);
  const columns = said ?? (await findColumns(ctx, { source, headings }));
  const samples = headings.map((_, at) => sampleOf(first[at] ?? ""));
  const head = { columns: headings, samples, guess: guessColumns(headings) };
  if (columns && fitColumns(columns, headings, source)) return { columns, head };
  throw new AppError("invalid_input", "Say which column is which.", {
    reason: "columns_unknown",
    errors: [{ path: "columns", message: "say which column is which" }],
    ...head,
  });
}

/** What is wrong may also be the columns, as somebody once named them: so they are told once more. */
async function refuseWrongRows({ now }: UserCtx, path: string, { columns, head }: Columns): Promise<void> {
  const problems: RowProblem[] = [];
  let count = 0;
  for await (const row of readRows(path, columns, now)) {
    count++;
    if ("code" in row && problems.push(row) === MOST_PROBLEMS) break;
  }
  if (problems.length > 0) throw wrongRows(problems, head);
  if (count === 0) throw new AppError("invalid_input", "The file has no rows.", { reason: "file_empty" });
}

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
