import { listCategories } from "@/lib/categories/queries";
import { loadAdminContext } from "@/lib/http/load-staff-context";

/** The categories, for administrators; null for all others. */
export async function loadCategories() {
  const ctx = await loadAdminContext();
  return ctx && { categories: await listCategories(ctx) };
}
