import { z } from "zod";

/** What can be wrong with a settlement file, beside what it says. */
export const SETTLEMENT_FAULTS = {
  missing_row: "Its first row is left out.",
  doubled_row: "Its first row stands in it twice.",
  other_amount: "Its last row says a rupee more than was paid, and adds up all the same.",
  other_fee: "Its first row keeps a rupee more as the fee, as no file before has said.",
  charge_row: "A row more, of a parcel that came back: a fee and no cash.",
  unknown_reference: "A row more, of a payment that nobody made.",
  wrong_sum: "Its last row's net is a paisa too much.",
  wrong_date: "Its dates have the month before the day, and two digits of the year.",
  byte_order_mark: "It begins with the mark of UTF-8, as spreadsheets write it.",
  other_columns: "Its columns have other names, in another order.",
  urdu_columns: "Its columns have Urdu names.",
} as const;

export type SettlementFault = keyof typeof SETTLEMENT_FAULTS;

const NAMES = Object.keys(SETTLEMENT_FAULTS) as [SettlementFault, ...SettlementFault[]];

/** Names of faults with commas between. */
export const SettlementFaults = z
  .string()
  .default("")
  .transform((said) =>
    said
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.enum(NAMES, { error: `must be some of ${NAMES.join(", ")}` })));
