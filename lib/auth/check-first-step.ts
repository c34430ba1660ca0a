import { checkPassword } from "@/lib/auth/check-password";
import { checkTicket } from "@/lib/auth/check-ticket";
import type { Ctx } from "@/lib/shared/context";

type FirstStep = { email?: unknown; password?: unknown; ticket?: unknown; address: string | null };

/** Who signs in, by e-mail and password or by what the shop gave for them a moment ago; null where that is nobody. */
export async function checkFirstStep(ctx: Pick<Ctx, "db" | "now">, { email, password, ticket, address }: FirstStep) {
  if (typeof ticket === "string" && ticket !== "") return checkTicket(ctx, ticket);
  if (typeof email !== "string" || typeof password !== "string") return null;
  return checkPassword(ctx, { email, password, address });
}
