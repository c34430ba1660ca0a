import { expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { testDatabase } from "@/db/test-database";
import { aProduct, somebody, stockOf } from "@/db/test-fixtures";
import { changeOnce } from "@/lib/products/change-once";

const { db } = testDatabase({ max: 20 });

it("a form of a product that is sent twenty times is one change, and says so each time", async () => {
  const admin = await somebody(db, { role: "admin" });
  const [one, other] = [await aProduct(db, { stock: 10 }), await aProduct(db, { stock: 10 })];
  const change = (itemCode: string) => ({
    itemCode,
    changes: { price: "1600.00" },
    seen: { price: "1500.00" },
    count: { seen: 10, pieces: 8, reason: "" },
  });
  const { done, refused } = await atOnce(20, () => changeOnce(admin, "one-list", change(one.itemCode)));
  expect([done.length, refused]).toEqual([20, []]);
  expect(done.every(({ price, stock }) => price === "1600.00" && stock === 8)).toBe(true);
  await changeOnce(admin, "one-list", change(other.itemCode));
  expect(await stockOf(db, other.id)).toBe(8);
  const customer = changeOnce(await somebody(db), "another", change(one.itemCode));
  await expect(customer).rejects.toMatchObject({ code: "forbidden" });
});
