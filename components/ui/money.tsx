import { formatRupees, readAmount, ZERO } from "@/lib/shared/money";

/** The API's `"1500.00"` as people read it. */
export function Money({ amount, className = "" }: { amount: string; className?: string }) {
  return <bdi className={`figures ${className}`}>{formatRupees(readAmount(amount) ?? ZERO)}</bdi>;
}
