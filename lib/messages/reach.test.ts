import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { aGuest, aLine, orderInput, somebody } from "@/db/test-fixtures";
import { reachBy } from "@/lib/messages/model";
import { toldOf } from "@/lib/messages/test-outbox";
import { placeOrder } from "@/lib/orders/place-order";
import type { UserCtx } from "@/lib/shared/context";

const { inTransaction } = testDatabase();

const order = async (ctx: UserCtx, contact: Parameters<typeof orderInput>[0] = {}, locale: "en" | "ur" = "en") => {
  await aLine(ctx);
  return placeOrder(ctx, { ...orderInput(contact), locale });
};
const reachedBy = async (...of: Parameters<typeof order>) => {
  const [told] = await toldOf(of[0].db, await order(...of));
  return told && { channel: told.channel, recipient: told.recipient, locale: told.locale };
};

describe("whom an order's news reaches", () => {
  it(
    "the order's e-mail, else the account's, in the order's language",
    inTransaction(async (tx) => {
      const ctx = await somebody(tx);
      const [{ email } = { email: "" }] = await tx.select().from(users).where(eq(users.id, ctx.actor.userId));
      const own = { customer_email: "ayesha@example.com", customer_phone: "03001234567" };
      expect(await reachedBy(ctx, own, "ur")).toEqual({ channel: "mail", recipient: own.customer_email, locale: "ur" });
      expect(await reachedBy(ctx)).toEqual({ channel: "mail", recipient: email, locale: "en" });
    }),
  );

  it(
    "a guest without e-mail by SMS, however the number was written, and nobody where there is neither",
    inTransaction(async (tx) => {
      const guest = await aGuest(tx);
      const sms = { channel: "sms", recipient: "+923001234567", locale: "en" };
      for (const customer_phone of [
        "0300 1234567",
        "+92 300-1234567",
        "00923001234567",
        "923001234567",
        "3001234567",
      ]) {
        expect(await reachedBy(guest, { customer_phone })).toEqual(sms);
      }
      expect(await reachedBy(guest, { customer_phone: "042 1234567" })).toBeUndefined();
      expect(await reachedBy(guest)).toBeUndefined();
    }),
  );
});

it(
  "what a page promises is what the outbox does",
  inTransaction(async (tx) => {
    const guest = await aGuest(tx);
    const PHONES = [
      "",
      "0300 1234567",
      "+92 (300) 123-4567",
      "042 1234567",
      "3001234567",
      "03001234567x",
      "+1 3001234567",
    ];
    for (const phone of PHONES) {
      const told = await reachedBy(guest, { customer_phone: phone });
      const contact = { orderEmail: "", orderPhone: phone, accountEmail: null, accountPhone: null };
      expect([phone, reachBy(contact)]).toEqual([phone, told?.channel ?? null]);
    }
  }),
);
