import { notFound } from "next/navigation";
import { loadAdminContext, loadStaffContext } from "@/lib/http/load-staff-context";
import type { UserCtx } from "@/lib/shared/context";

/** Who of the staff sends this form; for all others there is nothing here. */
export const requireStaffContext = async (): Promise<UserCtx> => (await loadStaffContext()) ?? notFound();

/** The same for administrators. */
export const requireAdminContext = async (): Promise<UserCtx> => (await loadAdminContext()) ?? notFound();
