import type { Database } from "@/db/client";
import { anOrder, gateway, later, NOON, somebody } from "@/db/test-fixtures";
import { notified } from "@/db/test-notices";
import { findSession } from "@/lib/auth/find-session";
import { openSession } from "@/lib/auth/open-session";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { receiveNotice } from "@/lib/payments/receive-notice";
import type { UserCtx } from "@/lib/shared/context";
import { deleteAccount } from "@/lib/users/delete-account";
import { registerUser } from "@/lib/users/register-user";

export const password = "a long secret";
let people = 0;

/** Somebody with an account and a session of it. */
export async function aCustomer(db: Database): Promise<UserCtx & { email: string }> {
  const email = `customer${++people}@example.com`;
  const system = { db, now: NOON, actor: { kind: "system", useCase: "test" } } as const;
  const { id } = await registerUser(system, { email, password, name: "Hina", phone: "03001234567" });
  const actor = await findSession(db, await openSession(db, id, NOON), NOON);
  if (!actor) throw new Error("no session was opened");
  return { db, now: NOON, actor, email };
}

export const leave = (ctx: UserCtx) => deleteAccount(ctx, { password, address: null });
export const inUse = (why: string) => ({ code: "account_in_use", extra: { in_the_way: { why } } });

export const cancel = (ctx: UserCtx, orderId: number) =>
  cancelOrder(ctx, { orderId, reason: "", returned: false, restock: false });

/** The gateway tells of an attempt, so many minutes after noon. */
export const tell = (db: Database, payment: Parameters<typeof notified>[0], pp_ResponseCode: string, minutes = 1) =>
  receiveNotice(
    gateway(db, later(NOON, minutes)),
    notified(payment, { pp_ResponseCode, pp_TxnType: "MWALLET" }),
    "callback",
  );

export async function aPayment(ctx: UserCtx) {
  const { order } = await anOrder(ctx);
  return { order, payment: await initiatePayment(ctx, { order_id: order.id, payment_method: "jazzcash" }) };
}

export async function deliver(db: Database, orderId: number) {
  const staff = await somebody(db, { role: "staff" });
  for (const status of ["in_progress", "shipped", "delivered"] as const) {
    await updateOrderStatus(staff, { orderId, status, notes: "" });
  }
}
