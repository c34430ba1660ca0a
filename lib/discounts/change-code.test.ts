import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { auditLog } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { aLine, orderInput, somebody } from "@/db/test-fixtures";
import { changeCode } from "@/lib/discounts/change-code";
import { createCode } from "@/lib/discounts/create-code";
import { findCode } from "@/lib/discounts/list-codes";
import { CreateCodeInput } from "@/lib/discounts/schemas";
import { aCode, orderWith } from "@/lib/discounts/test-discounts";
import { placeOrder } from "@/lib/orders/place-order";

const { db, inTransaction } = testDatabase({ max: 20 });

const input = (terms: object) => CreateCodeInput.parse({ code: "EID-24", percent: 10, ...terms });

describe("a discount code", () => {
  it(
    "is made and changed by an administrator, and holds for the next order",
    inTransaction(async (tx) => {
      const admin = await somebody(tx, { role: "admin" });
      const { id, code } = await createCode(admin, input({ max_uses: 5 }));
      await orderWith(await somebody(tx), code);
      await changeCode(admin, {
        codeId: id,
        changes: { percent: null, amount: "500.00" },
        seen: { percent: 10, amount: null },
      });
      expect(await findCode(admin, id)).toMatchObject({ percent: null, amount: "500.00", uses: 1, max_uses: 5 });
      const order = await orderWith(await somebody(tx), code.toLowerCase());
      expect(order.discount).toBe("500.00");
      const actions = (await tx.select().from(auditLog)).map(({ action }) => action);
      expect(actions).toEqual(["code.create", "code.change"]);
    }),
  );

  it(
    "has terms that can be, and no limit below what was used",
    inTransaction(async (tx) => {
      const admin = await somebody(tx, { role: "admin" });
      const times = { starts_at: "2026-11-25T12:00:00+05:00", ends_at: "2026-11-25T07:00:00Z" };
      for (const [terms, path] of [
        [{ amount: "5.00" }, "amount"],
        [{ percent: null }, "amount"],
        [times, "ends_at"],
      ] as const) {
        await expect(createCode(admin, input(terms))).rejects.toMatchObject({ extra: { errors: [{ path }] } });
      }
      const { id } = await aCode(tx, { maxUses: 5, uses: 3 });
      const lowering = changeCode(admin, { codeId: id, changes: { max_uses: 2 }, seen: { max_uses: 5 } });
      await expect(lowering).rejects.toMatchObject({ extra: { errors: [{ path: "max_uses" }] } });
    }),
  );

  it("is the administrators' alone", async () => {
    const staff = await somebody(db, { role: "staff" });
    await expect(createCode(staff, input({}))).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeCode(staff, { codeId: 1, changes: {}, seen: {} })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("keeps its limit while it is lowered and used by twenty at once", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { id, code } = await aCode(db, { maxUses: 20 });
    const buyers = await Promise.all(Array.from({ length: 19 }, () => somebody(db)));
    await Promise.all(buyers.map((buyer) => aLine(buyer, { quantity: 2 })));
    await atOnce(20, async (lane) => {
      const buyer = buyers[lane];
      if (buyer) await placeOrder(buyer, orderInput({ discount_code: code }));
      else await changeCode(admin, { codeId: id, changes: { max_uses: 10 }, seen: { max_uses: 20 } });
    });
    const found = await findCode(admin, id);
    expect(found?.uses).toBeLessThanOrEqual(found?.max_uses ?? 0);
  });

  it("is changed by one alone of twenty who saw the same", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { id } = await aCode(db);
    const { done, refused } = await atOnce(20, (lane) =>
      changeCode(admin, { codeId: id, changes: { percent: 20 + lane }, seen: { percent: 10 } }),
    );
    expect([done.length, new Set(refused)]).toEqual([1, new Set(["changed_meanwhile"])]);
  });
});
