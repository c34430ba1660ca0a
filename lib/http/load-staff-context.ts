import { loadAccountContext } from "@/lib/http/load-user-context";
import { redirectTo } from "@/lib/http/redirect-to";
import { isAdmin, isStaff, type UserCtx } from "@/lib/shared/context";

/** Who of the staff asks for this page, or null: then there is no such page. An administrator without the second factor that is asked for is led to set it up. */
export async function loadStaffContext(): Promise<UserCtx | null> {
  const ctx = await loadAccountContext();
  if (ctx?.actor.lacksSecondFactor) await redirectTo("/account/second-factor?why=required");
  return ctx && isStaff(ctx.actor) ? ctx : null;
}

/** The same for administrators. */
export async function loadAdminContext(): Promise<UserCtx | null> {
  const ctx = await loadStaffContext();
  return ctx && isAdmin(ctx.actor) ? ctx : null;
}
