import { shopSettings } from "@/db/schema/settings";
import { recordAudit } from "@/lib/audit/record-audit";
import { DEFAULT_SETTINGS, type ShopSettings } from "@/lib/settings/model";
import type { ChangeSettingsInput, SettingsView } from "@/lib/settings/schemas";
import { settingsVersion, settingsView } from "@/lib/settings/settings-view";
import { changedSince } from "@/lib/shared/changes";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { AppError, invalidField } from "@/lib/shared/errors";
import { type Paisa, readAmount } from "@/lib/shared/money";
import { requireConfirmation } from "@/lib/users/require-confirmation";

type Seen = { seen?: Partial<SettingsView>; ifMatch?: string[] };

/**
 * An administrator decides how the shop works; what was before and what is now are in the audit log. 409
 * `changed_meanwhile` where somebody else has changed what is changed here since it was seen.
 */
export async function changeSettings(
  ctx: UserCtx,
  { seen, ifMatch, ...input }: ChangeSettingsInput & Seen,
): Promise<SettingsView> {
  requireAdmin(ctx.actor, "The shop's settings are for its administrators.");
  const settings: ShopSettings = {
    cashLimitPaisa: amountOf("cash_limit", input.cash_limit),
    openCashPerPhone: input.open_cash_per_phone,
    cashNeedsCall: input.cash_needs_call,
    approvalAbovePaisa: input.approval_above === null ? null : amountOf("approval_above", input.approval_above),
    unsettledAfterDays: input.unsettled_after_days,
    lowStockBelow: input.low_stock_below,
  };
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(shopSettings).for("update");
    const { isOnly: _, ...before } = row ?? { isOnly: true, ...DEFAULT_SETTINGS };
    refuseUnseen(settingsView(before), settingsView(settings), { seen, ifMatch });
    if (raisesLimit(before, settings)) await requireConfirmation(ctx);
    await tx.insert(shopSettings).values(settings).onConflictDoUpdate({ target: shopSettings.isOnly, set: settings });
    await recordAudit(tx, ctx, "settings.change", "settings", {}, { before, after: settings });
    return settingsView(settings);
  });
}

function refuseUnseen(now: SettingsView, wish: SettingsView, { seen, ifMatch }: Seen): void {
  const known = ifMatch ? (ifMatch.includes(settingsVersion(now)) ? now : {}) : (seen ?? now);
  const changes = changedSince<SettingsView>(wish, known, now);
  if (changes.length === 0) return;
  throw new AppError("changed_meanwhile", "Somebody else has changed the settings meanwhile.", { changes });
}

/** Whether more may be given back by one administrator than before. */
const raisesLimit = (before: ShopSettings, after: ShopSettings): boolean =>
  (before.approvalAbovePaisa ?? Infinity) < (after.approvalAbovePaisa ?? Infinity);

function amountOf(path: string, text: string): Paisa {
  const amount = readAmount(text);
  if (amount === null) throw invalidField(path, 'must be a decimal string like "1500.00"');
  return amount;
}
