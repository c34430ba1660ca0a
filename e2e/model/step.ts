import type { Flaw, InquirySays, RefundSays, Shape, WalletSays } from "@/e2e/model/said";
import type { PaymentMethod } from "@/lib/payments/model";

/** Who asks: whoever it belongs to, the other buyer, or the shop's people. */
export type Asker = "owner" | "stranger" | "staff" | "admin";

/** Orders, attempts and so on are counted from the newest, round and round. */
export type SingleStep =
  | { do: "add"; buyer: number; goods: number; quantity: number }
  | { do: "order"; buyer: number }
  | { do: "initiate"; order: number; by: Asker; method: PaymentMethod; inquiry: InquirySays; wallet: WalletSays }
  | { do: "pay at the gateway"; attempt: number; more: number; txnType: string }
  | { do: "take a voucher at the gateway"; attempt: number }
  | { do: "fail at the gateway"; attempt: number }
  | { do: "reverse at the gateway"; attempt: number }
  | {
      do: "notice";
      attempt: number;
      shape: Shape;
      code: string;
      flaw: Flaw | null;
      hasReference: boolean;
      discount: string;
    }
  | { do: "repeat a notice"; notice: number }
  | { do: "answer a held wallet"; call: number; wallet: WalletSays }
  | { do: "verify"; attempt: number; by: Asker; inquiry: InquirySays }
  | { do: "record cash"; attempt: number }
  | { do: "refund"; attempt: number; part: "all" | "half" | "paisa" | "too much"; refund: RefundSays }
  | { do: "review"; item: number; action: number; by: "staff" | "admin" }
  | { do: "cancel"; order: number; by: Asker; returned: boolean; restock: boolean }
  | { do: "move on"; order: number; isWrong: boolean }
  | { do: "expire carts" }
  | { do: "reconcile"; inquiry: InquirySays; refund: RefundSays }
  | { do: "wait"; minutes: number }
  | { do: "prove" };

export type Step = SingleStep | { do: "at once"; apartMs: number; steps: SingleStep[] };
