import { type Paisa, paisa } from "@/lib/shared/money";

/** What the merchant has decided of how the shop works. Amounts are paisa; null is no limit. */
export type ShopSettings = {
  cashLimitPaisa: Paisa;
  openCashPerPhone: number | null;
  cashNeedsCall: boolean;
  approvalAbovePaisa: Paisa | null;
  unsettledAfterDays: number;
  lowStockBelow: number;
};

/** How a shop works whose merchant has decided nothing. */
export const DEFAULT_SETTINGS: ShopSettings = {
  cashLimitPaisa: paisa(20_000_000),
  openCashPerPhone: null,
  cashNeedsCall: false,
  approvalAbovePaisa: null,
  unsettledAfterDays: 5,
  lowStockBelow: 5,
};
