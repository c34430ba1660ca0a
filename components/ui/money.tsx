import { formatRupees, readSignedAmount, ZERO } from "@/lib/shared/money";

/** The API's `"1500.00"` as people read it, and what is below nothing with its sign. */
export function Money({ amount, className = "" }: { amount: string; className?: string }) {
  return <bdi className={`figures ${className}`}>{formatRupees(readSignedAmount(amount) ?? ZERO)}</bdi>;
}
