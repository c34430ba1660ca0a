import { describe, expect, it } from "vitest";
import { payments } from "@/db/schema/payments";
import { eq } from "drizzle-orm";
import { testDatabase } from "@/db/test-database";
import { somebody } from "@/db/test-fixtures";
import { bring, csvOf } from "@/lib/settlements/test-files";
import { paid, sent } from "@/lib/settlements/test-parcels";

const { db } = testDatabase();

const admin = () => somebody(db, { role: "admin" });

describe("rows that cannot be right are refused with their line", () => {
  it("days before 2000 and after tomorrow, and more than Rs 100 million", async () => {
    const row = { reference: "T1", gross: 10, fee: 0 };
    const text = csvOf("gateway", [
      { ...row, date: "26/11/2026" },
      { ...row, date: "27/11/2026" },
      { ...row, date: "2999-01-01" },
      { ...row, date: "31/12/1999" },
      { ...row, gross: 100_000_000.01 },
      { ...row, gross: -100_000_000.01 },
      { ...row, gross: 100_000_000 },
    ]);
    await expect(bring(await admin(), { text })).rejects.toMatchObject({
      extra: {
        reason: "rows_wrong",
        rows: [
          { row: 3, code: "day_to_come", field: "date", said: "27/11/2026" },
          { row: 4, code: "day_to_come" },
          { row: 5, code: "day_long_past", said: "31/12/1999" },
          { row: 6, code: "huge_amount", field: "gross", said: "100000000.01" },
          { row: 7, code: "huge_amount" },
        ],
      },
    });
  });

  it("the largest amount keeps its paisa", async () => {
    const text = csvOf("gateway", [{ reference: "T1", gross: 99_999_999.99, fee: 0 }]);
    expect((await bring(await admin(), { text })).settlement.gross).toBe("99999999.99");
  });
});

describe("letters", () => {
  const text = csvOf("gateway", [{ reference: "T-letters", gross: 10 }]);

  it("that are no UTF-8 are refused, wherever they stand", async () => {
    const many = csvOf(
      "gateway",
      Array.from({ length: 5000 }, (_, at) => ({ reference: `T${at}`, gross: 10 })),
    );
    for (const bytes of [
      Buffer.concat([Buffer.from(text), Buffer.from([0xff])]),
      Buffer.concat([Buffer.from(many), Buffer.from([0xd8])]),
      Buffer.from(text.replace("T-", "\u00e9"), "latin1"),
    ]) {
      const refusal = { code: "invalid_input", extra: { reason: "file_not_utf8", errors: [{ path: "file" }] } };
      await expect(bring(await admin(), { text: bytes })).rejects.toMatchObject(refusal);
    }
  });

  it("of a spreadsheet's UTF-16 with its mark are read, either end first", async () => {
    const little = Buffer.from(`\ufeff${text}`, "utf16le");
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big]) {
      expect((await bring(await admin(), { text: bytes })).settlement.outcomes).toMatchObject({ missing_here: 1 });
    }
  });
});

describe("a reference as spreadsheets and people change it", () => {
  it("in small letters or behind an apostrophe still finds its payment", async () => {
    const [one, two, three, parcel] = [await paid(db), await paid(db), await paid(db), await sent(db)];
    await db.update(payments).set({ gatewayReference: "RRN-ABC" }).where(eq(payments.id, three.id));
    const text = csvOf("gateway", [
      { reference: one.reference.toLowerCase(), gross: 3000 },
      { reference: `'${two.reference}`, gross: 3000 },
      { reference: "'rrn-abc", gross: 3000 },
    ]);
    expect((await bring(await admin(), { text })).settlement.outcomes).toMatchObject({ settled: 3 });
    const courier = csvOf("courier", [{ reference: `'${parcel.tracking}`, gross: 3000 }]);
    const { settlement } = await bring(await admin(), { source: "courier", text: courier });
    expect(settlement.outcomes).toMatchObject({ settled: 1 });
  });
});
