import { loadAdminContext } from "@/lib/http/load-staff-context";
import { findImport } from "@/lib/imports/find-import";

/** What a file of products would change now; null for who is no administrator, and where there is none. */
export async function loadImport(id: string) {
  const ctx = /^[1-9]\d{0,14}$/.test(id) ? await loadAdminContext() : null;
  const found = ctx && (await findImport(ctx, Number(id)));
  return found && { ...found, id: Number(id) };
}
