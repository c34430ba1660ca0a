import { createHash } from "node:crypto";
import type { ShopSettings } from "@/lib/settings/model";
import type { SettingsView } from "@/lib/settings/schemas";
import { formatAmount } from "@/lib/shared/money";

/** The settings as the API shows them. */
export const settingsView = (settings: ShopSettings): SettingsView => ({
  cash_limit: formatAmount(settings.cashLimitPaisa),
  open_cash_per_phone: settings.openCashPerPhone,
  cash_needs_call: settings.cashNeedsCall,
  approval_above: settings.approvalAbovePaisa === null ? null : formatAmount(settings.approvalAbovePaisa),
  unsettled_after_days: settings.unsettledAfterDays,
  low_stock_below: settings.lowStockBelow,
});

/** Tells one state of the settings from the next. */
export const settingsVersion = (view: SettingsView): string =>
  createHash("sha256").update(JSON.stringify(view)).digest("hex").slice(0, 16);
