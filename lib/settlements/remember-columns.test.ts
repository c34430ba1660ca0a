import { expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { somebody } from "@/db/test-fixtures";
import { findColumns } from "@/lib/settlements/remember-columns";
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

it("each set of headings of one source keeps its own columns, so that files of two kinds go through side by side", async () => {
  const ctx = await admin();
  const usual = csvOf("gateway", [{ reference: "T1", gross: 10 }]);
  const other = (reference: string) => `A,B,C,D,E,F\n${reference},10,0,0,10,26/11/2026`;
  const letters = { reference: "A", gross: "B", fee: "C", tax: "D", net: "E", date: "F" };
  await bring(ctx, { text: usual });
  await bring(ctx, { text: other("T2"), columns: letters });
  expect((await bring(ctx, { text: usual.replace("T1", "T3"), columns: null })).isNew).toBe(true);
  expect((await bring(ctx, { text: other("T4"), columns: null })).isNew).toBe(true);
  const turned = { ...letters, gross: "E", net: "B" };
  await bring(ctx, { text: other("T5").replace("A,B,C,D,E,F", "A,B,C,D,E,F,G"), columns: turned });
  await bring(ctx, { text: other("T6"), columns: null });
  const own = { source: "gateway", headings: ["A", "B", "C", "D", "E", "F"] } as const;
  expect(await findColumns(ctx, own)).toEqual(letters);
  expect(await findColumns(ctx, { ...own, headings: [...own.headings, "G"] })).toEqual(turned);
});

it("a file that has a tax where the ones before had none is asked about", async () => {
  const ctx = await admin();
  const { tax: _, ...plain } = { reference: "CN", gross: "COD", fee: "Charges", tax: "", net: "Payable", date: "Date" };
  await bring(ctx, { source: "courier", text: "CN,COD,Charges,Payable,Date\nX8,10,0,10,26/11/2026", columns: plain });
  const taxed = "CN,COD,Charges,GST,Payable,Date\nX9,10,0,1,9,26/11/2026";
  await expect(bring(ctx, { source: "courier", text: taxed, columns: null })).rejects.toMatchObject({
    extra: { reason: "columns_unknown", guess: { ...plain, tax: "GST" } },
  });
  expect((await bring(ctx, { source: "courier", text: taxed, columns: { ...plain, tax: "GST" } })).isNew).toBe(true);
});

it("whoever is asked for the columns sees what stands under each, but nothing of people", async () => {
  const text =
    'Ref,Consignee,Phone,CNIC,Mail,Amount,Paid on\nT1,Ayesha Khan,0321 7654321,42101-1234567-1,a@b.pk,"1,500.00",26 Nov 2026';
  await expect(bring(await admin(), { text, columns: null })).rejects.toMatchObject({
    extra: { samples: ["T1", "Ay…", "03…", "42…", "a@…", "1,500.00", "26 Nov 2026"] },
  });
});
