import type { ColumnNames, RowProblem } from "@/lib/settlements/model";
import { AppError } from "@/lib/shared/errors";

/** How a file calls its columns, what stands under them first, and what they might be. */
export type FileHead = { columns: string[]; samples: string[]; guess: ColumnNames };

const WORDS: Record<RowProblem["code"], (problem: RowProblem) => string> = {
  no_reference: () => "has no reference",
  long_reference: () => "has a reference that is too long",
  no_amount: ({ field }) => `says nothing of the ${field}`,
  bad_amount: ({ field, said }) => `says “${said}” for the ${field}, which is no amount`,
  huge_amount: ({ field, said }) => `says “${said}” for the ${field}, which is more than Rs 100 million`,
  day_long_past: ({ said }) => `says “${said}” for the day, which is before the year 2000`,
  day_to_come: ({ said }) => `says “${said}” for the day, which is still to come`,
  bad_day: ({ said }) => `says “${said}” for the day, which is none of the calendar`,
  wrong_sum: ({ said, expected }) =>
    `says ${said} was taken, and what was paid out, the fee and the tax are ${expected}`,
  wrong_signs: () => "pays out and takes back at once",
  broken_quotes: () => "has quotation marks that do not belong together, so that no row can be read",
  long_row: () => "is too long for a row",
};

/** Refuses a file for its wrong rows: by row, code and facts for programs, and in words. */
export const wrongRows = (problems: RowProblem[], head: Partial<FileHead> = {}): AppError =>
  new AppError("invalid_input", "The file has rows that cannot be right. Nothing of it was taken in.", {
    reason: "rows_wrong",
    errors: problems.map((problem) => ({ path: `row ${problem.row}`, message: WORDS[problem.code](problem) })),
    rows: problems,
    ...head,
  });
