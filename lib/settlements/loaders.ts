import { type Address, filtersIn, pagesOf } from "@/lib/http/address-filters";
import { loadStaffContext } from "@/lib/http/load-staff-context";
import { guessColumns } from "@/lib/settlements/guess-columns";
import { listRows } from "@/lib/settlements/list-rows";
import { listUnsettled } from "@/lib/settlements/list-unsettled";
import type { RowProblem } from "@/lib/settlements/model";
import { findSettlement, listSettlements, sumSettlementDays } from "@/lib/settlements/queries";
import { ListRowsQuery, ListSettlementsQuery, ListUnsettledQuery, RowProblemSaid } from "@/lib/settlements/schemas";
import { readId } from "@/lib/shared/read-id";

const PAGE_SIZE = 50;

/** The files that were taken in, and what was wrong with one that was not; null for all but the staff. */
export async function loadSettlements(address: Address) {
  const ctx = await loadStaffContext();
  if (!ctx) return null;
  const { page = 1, page_size: _, ...filters } = filtersIn(ListSettlementsQuery, address);
  const [files, waiting] = await Promise.all([
    listSettlements(ctx, { page, page_size: PAGE_SIZE }),
    listUnsettled(ctx, { source: "gateway", page: 1, page_size: 1 }),
  ]);
  return {
    files: files.rows,
    source: filters.source ?? "gateway",
    waiting: waiting.count,
    afterDays: waiting.after_days,
    refusal: refusalIn(address),
    pages: pagesOf("/admin/settlements", {}, { page, count: files.count, size: PAGE_SIZE }),
    now: ctx.now,
  };
}

const textsIn = (value: Address[string]): string[] => (value === undefined ? [] : [value].flat());

/** Why a file was sent back, as the door has said it in the address. */
function refusalIn(address: Address) {
  const [problem] = textsIn(address.problem);
  if (!problem) return null;
  const samples = textsIn(address.sample);
  const named = textsIn(address.column).map((name, at) => ({ name, sample: (samples[at] ?? "").slice(0, 40) }));
  const columns = named.filter(({ name }, at) => named.findIndex((one) => one.name === name) === at);
  const guess = guessColumns(columns.map(({ name }) => name));
  const rows = textsIn(address.row).flatMap(problemsIn);
  if (problem !== "rows_wrong") return { problem, columns, guess, rows, anew: null };
  const again = new URLSearchParams({ source: textsIn(address.source)[0] ?? "gateway", problem: "columns_unknown" });
  for (const { name, sample } of columns) {
    again.append("column", name);
    again.append("sample", sample);
  }
  const anew = columns.length > 0 ? `/admin/settlements?${again.toString()}` : null;
  return { problem, columns: [], guess, rows, anew };
}

/** One problem of a row as an address says it; what an address says wrongly is passed over. */
function problemsIn(text: string): RowProblem[] {
  try {
    const { success, data } = RowProblemSaid.safeParse(JSON.parse(text));
    return success ? [data] : [];
  } catch {
    return [];
  }
}

/** One file with its days and its rows, by the filters of its address; null where there is none to be seen. */
export async function loadSettlement(id: string, address: Address) {
  const ctx = await loadStaffContext();
  const fileId = readId(id);
  const settlement = ctx && fileId && (await findSettlement(ctx, fileId));
  if (!ctx || !settlement) return null;
  const { page = 1, page_size: _, outcome, line } = filtersIn(ListRowsQuery, address);
  const [days, rows] = await Promise.all([
    sumSettlementDays(ctx, settlement.id),
    listRows(ctx, { fileId: settlement.id, outcome, line, page, page_size: PAGE_SIZE }),
  ]);
  const [notice] = textsIn(address.notice);
  const pages = pagesOf(
    `/admin/settlements/${settlement.id}`,
    { outcome, line },
    { page, count: rows.count, size: PAGE_SIZE },
  );
  return { settlement, days, rows: rows.rows, outcome, line, notice, pages, now: ctx.now };
}

/** What customers paid and no file has paid out in time; null for all but the staff. */
export async function loadUnsettled(address: Address) {
  const ctx = await loadStaffContext();
  if (!ctx) return null;
  const { page = 1, source = "gateway" } = filtersIn(ListUnsettledQuery, address);
  const { rows, count, after_days } = await listUnsettled(ctx, { source, page, page_size: PAGE_SIZE });
  const pages = pagesOf("/admin/settlements/unsettled", { source }, { page, count, size: PAGE_SIZE });
  return { rows, count, source, afterDays: after_days, pages, now: ctx.now };
}
