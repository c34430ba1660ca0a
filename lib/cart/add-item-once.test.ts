import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { countStatements } from "@/db/count-statements";
import { idempotencyKeys } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { aProduct, laterOn, linesOf, somebody } from "@/db/test-fixtures";
import { addItem } from "@/lib/cart/add-item";
import { removeItem } from "@/lib/cart/remove-item";

const { db, url } = testDatabase({ max: 20 });
const once = { key: "k-1", bodyHash: "two of it" };

async function anOffer(offer: { stock?: number } = {}) {
  const ctx = await somebody(db);
  const { itemCode } = await aProduct(db, offer);
  return { ctx, input: { product_item_code: itemCode, quantity: 2 } };
}

describe("an addition that is sent again", () => {
  it("adds nothing and answers with the line as it is now", async () => {
    const { ctx, input } = await anOffer();
    const first = await addItem(ctx, input, once);
    await addItem(ctx, { ...input, quantity: 3 });
    const again = await addItem(laterOn(ctx, 5), input, once);
    expect(again).toMatchObject({ isNew: false, item: { id: first.item.id, quantity: 5 } });
    expect(await linesOf(ctx)).toMatchObject([{ quantity: 5 }]);
  });

  it("twenty times at once counts once, and all twenty get the line", async () => {
    const { ctx, input } = await anOffer({ stock: 100 });
    const { done, refused } = await atOnce(20, () => addItem(ctx, input, once));
    expect(refused).toEqual([]);
    expect(new Set(done.map(({ item }) => item.quantity))).toEqual(new Set([2]));
    expect(done.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await linesOf(ctx)).toMatchObject([{ quantity: 2 }]);
  });

  it("does not come back into a cart that it was taken out of", async () => {
    const { ctx, input } = await anOffer();
    const { item } = await addItem(ctx, input, once);
    await removeItem(ctx, { itemId: item.id });
    expect((await addItem(ctx, input, once)).item).toMatchObject({ id: item.id, is_active: false });
    expect(await linesOf(ctx)).toMatchObject([{ isActive: false }]);
  });

  it("counts anew under another key, and for another person", async () => {
    const { ctx, input } = await anOffer();
    const other = await somebody(db);
    await addItem(ctx, input, once);
    await addItem(ctx, input, { ...once, key: "k-2" });
    await addItem(other, input, once);
    expect(await linesOf(ctx)).toMatchObject([{ quantity: 4 }]);
    expect(await linesOf(other)).toMatchObject([{ quantity: 2 }]);
  });

  it("is refused where the key was used for something else", async () => {
    const { ctx, input } = await anOffer();
    await addItem(ctx, input, once);
    const reused = addItem(ctx, input, { ...once, bodyHash: "three of it" });
    await expect(reused).rejects.toMatchObject({ code: "idempotency_key_reused" });
  });

  it("a refusal uses no key up", async () => {
    const { ctx, input } = await anOffer({ stock: 1 });
    await expect(addItem(ctx, input, once)).rejects.toMatchObject({ code: "insufficient_stock" });
    expect((await db.select().from(idempotencyKeys)).filter((key) => key.userId === ctx.actor.userId)).toEqual([]);
    expect((await addItem(ctx, { ...input, quantity: 1 }, once)).item.quantity).toBe(1);
  });
});

it("with a key it is one statement as well", async () => {
  const { ctx, input } = await anOffer();
  expect(await countStatements(url, (counted) => addItem({ ...ctx, db: counted }, input, once))).toHaveLength(1);
});
