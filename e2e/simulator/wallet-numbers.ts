type WalletVerdict =
  | { kind: "paid"; after: "short" | "long" }
  | { kind: "declined"; code: string }
  | { kind: "pending"; paidLater: boolean };

interface WalletNumber {
  number: string;
  /** Null: whatever was sent. */
  cnic: string | null;
  meaning: string;
  verdict: WalletVerdict;
}

/** The sandbox's own two numbers, and some that this simulator adds; the dashboard prints this table. */
export const WALLET_NUMBERS: readonly WalletNumber[] = [
  { number: "03123456789", cnic: "345678", meaning: "Paid (000)", verdict: { kind: "paid", after: "short" } },
  {
    number: "03123456780",
    cnic: "345678",
    meaning: "Not authenticated (024)",
    verdict: { kind: "declined", code: "024" },
  },
  { number: "03120000001", cnic: null, meaning: "Above the limit (001)", verdict: { kind: "declined", code: "001" } },
  { number: "03120000004", cnic: null, meaning: "Balance too low (004)", verdict: { kind: "declined", code: "004" } },
  {
    number: "03120000121",
    cnic: null,
    meaning: "Pending (157), paid a little later",
    verdict: { kind: "pending", paidLater: true },
  },
  {
    number: "03120000134",
    cnic: null,
    meaning: "Answers very late, the money is taken",
    verdict: { kind: "paid", after: "long" },
  },
  {
    number: "03120000199",
    cnic: null,
    meaning: "System error (199), nothing taken",
    verdict: { kind: "declined", code: "199" },
  },
];

/** The older call sends no CNIC, so there the number alone decides. */
export function walletVerdict(number: string, cnic: string | null): WalletVerdict {
  const known = WALLET_NUMBERS.find((one) => one.number === number);
  if (!known || (known.cnic !== null && cnic !== null && known.cnic !== cnic))
    return { kind: "pending", paidLater: false };
  return known.verdict;
}
