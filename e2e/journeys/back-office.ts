import type { Page } from "@playwright/test";
import { orderOf, payByCash } from "./orders-by-api";
import { database, signUp } from "./shopper";

/** Somebody new of the shop's people, signed in in this browser. */
export async function signInAs(page: Page, role: "staff" | "admin"): Promise<{ email: string }> {
  await page.context().clearCookies();
  const account = await signUp(page);
  const sql = database();
  await sql`update users set role = ${role} where email = ${account.email}`;
  await sql.end();
  return account;
}

/** Two pieces of FG001 that somebody else has chosen to pay in cash. */
export async function aCashPayment(page: Page) {
  await signUp(page);
  const order = await orderOf(page, "FG001", "FG001");
  return { order, payment: await payByCash(page, order) };
}
