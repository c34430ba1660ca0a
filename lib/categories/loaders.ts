import { listCategories } from "@/lib/categories/queries";
import { loadStaffContext } from "@/lib/http/load-staff-context";
import { isAdmin } from "@/lib/shared/context";

/** The categories, for the staff, whose administrators may change them; null for all others. */
export async function loadCategories() {
  const ctx = await loadStaffContext();
  return ctx && { categories: await listCategories(ctx), isAdmin: isAdmin(ctx.actor) };
}
