import { expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { somebody } from "@/db/test-fixtures";
import { bring, COLUMNS, csvOf } from "@/lib/settlements/test-files";

const { db } = testDatabase();

const admin = () => somebody(db, { role: "admin" });

it("columns are named once, guessed, and remembered until a file has others", async () => {
  const ctx = await admin();
  const text = csvOf("courier", [{ reference: "X1", gross: 10 }]);
  const unknown = { code: "invalid_input", extra: { reason: "columns_unknown", guess: COLUMNS.courier } };
  await expect(bring(ctx, { source: "courier", text, columns: null })).rejects.toMatchObject(unknown);
  await bring(ctx, { source: "courier", text });
  const next = csvOf("courier", [{ reference: "X2", gross: 10 }]);
  expect((await bring(ctx, { source: "courier", text: next, columns: null })).isNew).toBe(true);
  const other = next.replace("WHT", "Withheld");
  await expect(bring(ctx, { source: "courier", text: other, columns: null })).rejects.toMatchObject({
    extra: { reason: "columns_unknown" },
  });
});
