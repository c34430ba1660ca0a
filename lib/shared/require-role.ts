import { type Actor, isAdmin, isStaff } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

/** Staff and administrators; `forbidden` for all others. */
export function requireStaff(actor: Actor, detail = "This is for the shop's staff."): void {
  if (!isStaff(actor)) throw new AppError("forbidden", detail);
}

/** Administrators; `forbidden` for all others. */
export function requireAdmin(actor: Actor, detail = "This is for the shop's administrators."): void {
  if (!isAdmin(actor)) throw new AppError("forbidden", detail);
}
