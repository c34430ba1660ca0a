import { cancel, decline, issueVoucher, takeMoney } from "./end-transaction";
import type { Simulator } from "./simulator";
import type { Transaction, TransactionState } from "./transaction";

/** Decides by hand what became of a payment; it then stays so, however late it is. */
export function setState(simulator: Simulator, transaction: Transaction, state: TransactionState, code: string): void {
  transaction.pinned = true;
  switch (state) {
    case "paid":
      return takeMoney(simulator, transaction);
    case "failed":
      return decline(simulator, transaction, code);
    case "cancelled":
      return cancel(simulator, transaction);
    case "awaiting_cash":
      return issueVoucher(simulator, transaction);
    default:
      transaction.state = state;
  }
}
