import { expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, laterOn, somebody } from "@/db/test-fixtures";
import { notified } from "@/db/test-notices";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { listUnsettled } from "@/lib/settlements/list-unsettled";
import { bring, csvOf } from "@/lib/settlements/test-files";

const { db } = testDatabase();

const admin = () => somebody(db, { role: "admin" });

it("what was paid and is in no file after so many days is listed until it is", async () => {
  const ctx = await admin();
  const late = await anAttempt(await somebody(db));
  await receiveNotice(gateway(db), notified(late.payment), "callback");
  const page = { source: "gateway", page: 1, page_size: 100 } as const;
  const isListed = async (days: number) =>
    (await listUnsettled(laterOn(ctx, days * 24 * 60 + 1), page)).rows.some(
      (row) => row.payment_id === late.payment.payment_id,
    );
  expect([await isListed(4), await isListed(5)]).toEqual([false, true]);
  await bring(ctx, { text: csvOf("gateway", [{ reference: late.payment.transaction_id, gross: 3000 }]) });
  expect(await isListed(5)).toBe(false);
});
