import type { UserCtx } from "@/lib/shared/context";

/** On the shop's own pages staff are shoppers too: they see the orders that they made, and no others. */
export const asCustomer = (ctx: UserCtx): UserCtx => ({ ...ctx, actor: { ...ctx.actor, role: "customer" } });
