import { loadAdminContext, loadStaffContext } from "@/lib/http/load-staff-context";
import { redirectTo } from "@/lib/http/redirect-to";
import type { UserCtx } from "@/lib/shared/context";

/** To the back office's first page, which is not there for others. Next's own answer to a form has neither frame nor language. */
const leave = (): Promise<never> => redirectTo("/admin?refused=forbidden");

/** Who of the staff sends this form; for all others there is nothing here. */
export const requireStaffContext = async (): Promise<UserCtx> => (await loadStaffContext()) ?? leave();

/** The same for administrators. */
export const requireAdminContext = async (): Promise<UserCtx> => (await loadAdminContext()) ?? leave();
