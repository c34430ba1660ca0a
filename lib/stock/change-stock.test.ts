import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { products } from "@/db/schema/catalog";
import { auditLog } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { anOrder, aProduct, laterOn, somebody, stockOf } from "@/db/test-fixtures";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { actorName } from "@/lib/shared/context";
import { changeStock } from "@/lib/stock/change-stock";
import { changeStockOnce } from "@/lib/stock/change-stock-once";
import { listStockChanges } from "@/lib/stock/queries";

const { db } = testDatabase({ max: 20 });

describe("a stock changed by hand", () => {
  it("is written down with who and why, by staff as well", async () => {
    const staff = await somebody(db, { role: "staff" });
    const { id, itemCode } = await aProduct(db, { stock: 10 });
    expect(await changeStock(staff, { itemCode, kind: "received", pieces: 5, reason: "from Multan" })).toEqual({
      stock: 15,
    });
    await changeStock(staff, { itemCode, kind: "counted", pieces: 12, seen: 15, reason: "" });
    const changes = await listStockChanges(staff, id);
    expect(
      changes.map(({ kind, pieces, stock_after, reason, actor }) => [kind, pieces, stock_after, reason, actor]),
    ).toEqual([
      ["counted", -3, 12, "", actorName(staff.actor)],
      ["received", 5, 15, "from Multan", actorName(staff.actor)],
      ["opening", 10, 10, "", "database"],
    ]);
    expect(changes[0]?.actor_email).toMatch(/@example\.com$/);
    const [entry] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `product:${id}`))
      .orderBy(desc(auditLog.id));
    expect(entry).toMatchObject({ action: "stock.counted", before: { stock: 15 }, after: { stock: 12 } });
  });

  it("is nobody else's", async () => {
    const { id, itemCode } = await aProduct(db, { stock: 10 });
    const change = changeStock(await somebody(db), { itemCode, kind: "received", pieces: 5, reason: "" });
    await expect(change).rejects.toMatchObject({ code: "forbidden" });
    expect(await stockOf(db, id)).toBe(10);
  });

  it("is refused where a count is of a stock that has changed since, and says what there is", async () => {
    const admin = await somebody(db, { role: "admin" });
    const { product } = await anOrder(await somebody(db), { stock: 10, quantity: 2 });
    const [row] = await db.select().from(products).where(eq(products.id, product.id));
    const count = { itemCode: row?.itemCode ?? "", kind: "counted", pieces: 10, seen: 10, reason: "" } as const;
    await expect(changeStock(admin, count)).rejects.toMatchObject({
      code: "changed_meanwhile",
      extra: { changes: [{ field: "stock", seen: "10", now: "8" }] },
    });
    expect(await stockOf(db, product.id)).toBe(8);
  });

  it("is changed once by one key, however often and at whatever moment it is asked for", async () => {
    const [staff, other] = [await somebody(db, { role: "staff" }), await somebody(db, { role: "staff" })];
    const { id, itemCode } = await aProduct(db, { stock: 10 });
    const received = { itemCode, kind: "received", pieces: 3, reason: "" } as const;
    const { done, refused } = await atOnce(20, () => changeStockOnce(staff, "one-opened-form", received));
    expect([done.length, refused, await stockOf(db, id)]).toEqual([20, [], 13]);
    expect(await changeStockOnce(laterOn(staff, 60), "one-opened-form", received)).toEqual({ stock: 13 });
    await expect(changeStockOnce(staff, "one-opened-form", { ...received, pieces: 4 })).rejects.toMatchObject({
      code: "idempotency_key_reused",
    });
    expect(await changeStockOnce(other, "one-opened-form", received)).toEqual({ stock: 16 });
  });

  it("adds up with what orders took and gave back, to the stock that there is", async () => {
    const [buyer, staff] = [await somebody(db), await somebody(db, { role: "staff" })];
    const { order, product } = await anOrder(buyer, { stock: 10, quantity: 3 });
    const [row] = await db.select().from(products).where(eq(products.id, product.id));
    const itemCode = row?.itemCode ?? "";
    await changeStock(staff, { itemCode, kind: "received", pieces: 5, reason: "" });
    await cancelOrder(buyer, { orderId: order.id, reason: "", returned: false, restock: false });
    await changeStock(staff, { itemCode, kind: "damaged", pieces: 1, reason: "fell" });
    const changes = await listStockChanges(staff, product.id);
    expect(changes.map(({ kind, pieces, stock_after, ordered }) => [kind, pieces, ordered, stock_after])).toEqual([
      ["damaged", -1, -3, 14],
      ["received", 5, 3, 12],
      ["opening", 10, 0, 10],
    ]);
    expect(changes.reduce((sum, { pieces, ordered }) => sum + pieces - ordered, 0)).toBe(await stockOf(db, product.id));
  });

  it("never loses one of twenty that come at once, nor lets two counts of the same stock stand", async () => {
    const staff = await somebody(db, { role: "staff" });
    const { id, itemCode } = await aProduct(db, { stock: 10 });
    await atOnce(20, () => changeStock(staff, { itemCode, kind: "received", pieces: 1, reason: "" }));
    expect(await stockOf(db, id)).toBe(30);
    const { done, refused } = await atOnce(20, (lane) =>
      changeStock(staff, { itemCode, kind: "counted", pieces: 40 + lane, seen: 30, reason: "" }),
    );
    expect([done.length, new Set(refused)]).toEqual([1, new Set(["changed_meanwhile"])]);
  });

  it("cannot become less than nothing", async () => {
    const staff = await somebody(db, { role: "staff" });
    const { itemCode } = await aProduct(db, { stock: 3 });
    const breaking = () => changeStock(staff, { itemCode, kind: "damaged", pieces: 2, reason: "fell" });
    const { done, refused } = await atOnce(20, breaking);
    expect([done.length, new Set(refused)]).toEqual([1, new Set(["insufficient_stock"])]);
    await expect(breaking()).rejects.toMatchObject({
      status: 409,
      extra: { available: 1, errors: [{ path: "pieces" }] },
    });
  });
});
