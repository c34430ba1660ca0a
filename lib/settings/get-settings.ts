import { sql } from "drizzle-orm";
import { shopSettings } from "@/db/schema/settings";
import { statement } from "@/db/statement";
import { DEFAULT_SETTINGS, type ShopSettings } from "@/lib/settings/model";
import type { Ctx } from "@/lib/shared/context";

const GET_SETTINGS = statement<object, ShopSettings>(
  () => sql`
    select cash_limit_paisa, open_cash_per_phone, cash_needs_call, approval_above_paisa, unsettled_after_days,
      low_stock_below
    from ${shopSettings}`,
);

/** How the shop works at this moment. */
export async function getSettings({ db }: Pick<Ctx, "db">): Promise<ShopSettings> {
  const [settings] = await GET_SETTINGS(db, {});
  return settings ?? DEFAULT_SETTINGS;
}
