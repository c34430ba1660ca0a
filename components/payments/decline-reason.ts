const REASONS = {
  balance: ["004", "405"],
  limit: ["001", "105", "106", "107", "408", "409"],
  account: ["002", "003", "062", "063", "067", "095", "108"],
  card: [
    "014",
    "015",
    "016",
    "066",
    "102",
    "103",
    "104",
    "135",
    "401",
    "402",
    "411",
    "414",
    "415",
    "416",
    "419",
    "421",
    "422",
    "423",
    "424",
    "425",
    "426",
    "429",
  ],
  cardExpired: ["404"],
  pin: ["024", "060"],
  cnic: ["156"],
  cancelled: ["112", "410", "412"],
  late: ["113", "116", "129", "134"],
  bank: ["055", "058", "059"],
  maintenance: ["118", "127"],
  ours: ["101", "110", "111", "115", "117"],
} as const;

export type DeclineReason = keyof typeof REASONS | "other";

const REASON_OF = new Map<string, DeclineReason>();
for (const reason of Object.keys(REASONS) as (keyof typeof REASONS)[]) {
  for (const code of REASONS[reason]) REASON_OF.set(code, reason);
}

/** Why a payment failed, by the response code (JazzCash's list of codes), in groups that a payer can act on. */
export const declineReason = (code: string | null): DeclineReason => REASON_OF.get(code ?? "") ?? "other";
